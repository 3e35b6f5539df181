/* eslint-disable @typescript-eslint/no-non-null-assertion -- the callers keep every read below the block's end */

/** Four bytes as one number, to compare them at once. */
export function read32(bytes: Uint8Array, at: number): number {
  return bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24);
}

/** How many bytes from `at` on are the same as from `candidate` on, up to `end`; four are known to be. */
export function matchLength(block: Uint8Array, candidate: number, at: number, end: number): number {
  let matched = 4;
  while (at + matched < end && block[candidate + matched] === block[at + matched]) matched++;
  return matched;
}
