import { parsed, refused, type Parsed } from '../parsed.ts';

/** Reads what stands between key and value on a line: `:`, `\t` for a tab, or quoted (`" | "`). */
export function separator(text: string): Parsed<string> {
  const quoted = /^"([^"]+)"$/.exec(text)?.[1] ?? /^'([^']+)'$/.exec(text)?.[1] ?? text;
  const value = quoted.replaceAll('\\t', '\t');
  return value === '' ? refused('valueMissing') : parsed(value);
}
