import { hexOf } from './binaryText.ts';

const maxChars = 256;
/** So many bytes are shown of a value that is no text. */
const maxBytes = 8;

/**
 * Headers on one line of at most 256 characters, for a glance: `name=value`. A name alone has the value null, one with
 * nothing behind its `=` an empty one; bytes are `0x…`.
 *
 * @param more there are headers besides these
 */
export function headersLine(
  headers: readonly (readonly [name: string, value: string | Uint8Array | null])[],
  more = false,
): string {
  const line = headers
    .map(([name, value]) => (value === null ? name : `${name}=${valueText(value)}`))
    .join(', ');
  return more || line.length > maxChars ? `${line.slice(0, maxChars - 1)}…` : line;
}

function valueText(value: string | Uint8Array): string {
  if (typeof value === 'string') return value.slice(0, maxChars);
  return `0x${hexOf(value.subarray(0, maxBytes))}${value.length > maxBytes ? '…' : ''}`;
}
