import { parsed, refused, type Parsed } from '../parsed.ts';
import { problem, type Problem } from '../problem.ts';
import { nullableText } from './nullableText.ts';

/** One header as written; a name may appear more than once. */
export type HeaderEntry = readonly [name: string, value: string | null];

/**
 * Reads the existing format's `k=v, k2=v2`, as it reads them: split at commas, then the first two parts
 * around `=`. What gets lost that way is told in a warning; `header:` has no such limits.
 */
export function headerList(text: string): Parsed<readonly HeaderEntry[]> {
  const headers: HeaderEntry[] = [];
  const warnings: Problem[] = [];
  for (const entry of text.split(',').map((part) => part.trim())) {
    const [name, value, ...more] = entry.split('=').map((part) => part.trim());
    if (value === undefined || name === undefined || name === '') {
      if (entry !== '') {
        warnings.push(problem('headerEntryDropped', entry));
      }
      continue;
    }
    if (more.length > 0) {
      warnings.push(problem('headerValueCut', entry, value));
    }
    headers.push([name, value]);
  }
  return { ok: true, value: headers, warnings };
}

/** Reads `name = value`: everything behind the first `=` is the value; `null` is no value, `""` an empty one. */
export function headerEntry(text: string): Parsed<HeaderEntry> {
  const at = text.indexOf('=');
  const name = text.slice(0, at).trim();
  if (at < 0 || name === '') {
    return refused('headerInvalid', text);
  }
  return parsed([name, nullableText(text.slice(at + 1).trim())]);
}
