import { parsed, type Parsed } from '../parsed.ts';
import { problem } from '../problem.ts';

/** A header value as written: `null` is none, `""` is an empty one, anything else is itself. */
export function nullableText(text: string): string | null {
  return text === 'null' ? null : text === '""' ? '' : text;
}

/** Reads a record key: `null` is none, `""` an empty one; nothing at all is none too, with a warning. */
export function recordKey(text: string): Parsed<string | null> {
  return text === ''
    ? { ok: true, value: null, warnings: [problem('valueMissing')] }
    : parsed(nullableText(text));
}
