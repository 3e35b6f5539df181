/* eslint-disable @typescript-eslint/no-non-null-assertion -- the caller has checked both ranges */

/**
 * Repeats `length` bytes of the output that began `distance` bytes back, as snappy and LZ4 matches do: where
 * the ranges overlap the copy repeats what it has just written.
 *
 * @param at where to write; the caller guarantees `distance ≤ at` and room for `length` bytes
 */
export function copyMatch(output: Uint8Array, at: number, distance: number, length: number): void {
  if (length > 32 && distance >= length) {
    output.copyWithin(at, at - distance, at - distance + length);
    return;
  }
  for (let to = at, from = at - distance, end = at + length; to < end;) {
    output[to++] = output[from++]!;
  }
}

/** Copies `length` bytes from `input` at `from` to `output` at `at`; the caller has checked both ranges. */
export function copyLiteral(
  input: Uint8Array,
  from: number,
  output: Uint8Array,
  at: number,
  length: number,
): void {
  if (length > 48) {
    output.set(input.subarray(from, from + length), at);
    return;
  }
  for (let to = at, end = at + length; to < end;) {
    output[to++] = input[from++]!;
  }
}
