/**
 * Finds `needle` in `bytes` at or after `from`; −1 where it is not. The runtime's own search is handed in
 * (`src/kafka/read/nodeSearch.ts`), as it is several times faster than any loop.
 */
export type ByteSearch = (bytes: Uint8Array, needle: Uint8Array, from: number) => number;

/** Whether `bytes[start, end)` is exactly `wanted`. */
export function equalBytes(
  bytes: Uint8Array,
  start: number,
  end: number,
  wanted: Uint8Array,
): boolean {
  if (end - start !== wanted.length) return false;
  for (let index = 0; index < wanted.length; index++) {
    if (bytes[start + index] !== wanted[index]) return false;
  }
  return true;
}
