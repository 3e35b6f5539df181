import type { Cell } from '../../protocol/tailRow.ts';
import { hexOf } from './binaryText.ts';
import type { Decoding } from './decoding.ts';
import { isBrokenText, readableText } from './readableText.ts';
import { utf8Prefix } from './utf8.ts';

const maxChars = 512;
/** Enough bytes for `maxChars`: a character of n bytes has at least n / 3 UTF-16 units. */
const prefixBytes = maxChars * 3;
/** A text that is checked as a whole (JSON, XML) is checked up to that size; the details check more. */
const maxCheckedBytes = 16 * 1024;

/**
 * What the grid shows of a key or value. Costs the same for any size: only a prefix is looked at, so bytes
 * that turn binary later still show as text (the details tell).
 *
 * @param options `tombstone`: it is the value of a record that has a key, so that null means "deleted";
 *   `decoding`: the user's choice, without which the bytes are shown as what they look like
 */
export function cellOf(
  bytes: Uint8Array | null,
  options: { readonly tombstone?: boolean; readonly decoding?: Decoding | undefined } = {},
): Cell {
  if (bytes === null) {
    const kind = options.tombstone === true ? 'tombstone' : 'null';
    return { kind, text: '', truncated: false, sizeBytes: 0 };
  }
  const sizeBytes = bytes.length;
  if (sizeBytes === 0) return { kind: 'empty', text: '', truncated: false, sizeBytes };
  return options.decoding === undefined ? plainCell(bytes) : decodedCell(bytes, options.decoding);
}

function decodedCell(bytes: Uint8Array, { decoder, part, explain }: Decoding): Cell {
  const limits = { part, maxBytes: maxCheckedBytes, maxChars };
  const found = decoder.decode(bytes, limits);
  if (!found.ok) return { ...plainCell(bytes), problem: explain(decoder.name, found.problem) };
  const text = firstChars(found.text, maxChars);
  const truncated = found.truncated || text.length < found.text.length;
  return { kind: 'text', text, truncated, sizeBytes: bytes.length };
}

function plainCell(bytes: Uint8Array): Cell {
  const sizeBytes = bytes.length;
  const prefix = utf8Prefix(bytes, prefixBytes);
  const whole = readableText(prefix);
  if (whole === undefined) {
    const shown = bytes.subarray(0, maxChars / 2);
    const truncated = shown.length < sizeBytes;
    const kind = isBrokenText(prefix) ? 'broken' : 'binary';
    return { kind, text: hexOf(shown), truncated, sizeBytes };
  }
  const text = firstChars(whole, maxChars);
  const truncated = text.length < whole.length || prefix.length < sizeBytes;
  return { kind: 'text', text, truncated, sizeBytes };
}

/** The first `count` UTF-16 units, one fewer where that would split a surrogate pair. */
function firstChars(text: string, count: number): string {
  if (text.length <= count) return text;
  const last = text.charCodeAt(count - 1);
  return text.slice(0, last >= 0xd800 && last < 0xdc00 ? count - 1 : count);
}
