/* eslint-disable @typescript-eslint/no-non-null-assertion -- the caller has checked both ranges */

/**
 * Bytes that an output buffer holds beyond its end: copies go in steps of four bytes and may write over the
 * end of what they copy (never read beyond what was written), where the next copy writes again.
 */
export const copySlack = 8;

/** Copies up to here go through a view, longer ones through the runtime. */
const longBytes = 128;

/** Gives memory of so many bytes, with whatever stood there. */
export type Allocate = (bytes: number) => Uint8Array;

/** New memory. */
export const allocateNew: Allocate = (bytes) => new Uint8Array(bytes);

/**
 * Repeats `length` bytes of the output that began `distance` bytes back, as snappy and LZ4 matches do: where
 * the ranges overlap the copy repeats what it has just written.
 *
 * @param view of the whole of `output`
 * @param at where to write; the caller guarantees `distance ≤ at` and room for `length + copySlack` bytes
 */
export function copyMatch(
  output: Uint8Array,
  view: DataView,
  at: number,
  distance: number,
  length: number,
): void {
  const end = at + length;
  if (distance < 4) {
    for (let to = at, from = at - distance; to < end;) output[to++] = output[from++]!;
  } else if (length > longBytes && distance >= length) {
    output.copyWithin(at, at - distance, end - distance);
  } else {
    for (let to = at; to < end; to += 4) {
      view.setInt32(to, view.getInt32(to - distance, true), true);
    }
  }
}

/**
 * Copies the literal bytes `[at, end)` of the input to `to`, in steps of four where the input goes on.
 *
 * @param from of the whole of `input`, `view` of the whole of `output`
 */
export function copyLiteral(
  input: Uint8Array,
  from: DataView,
  at: number,
  end: number,
  output: Uint8Array,
  view: DataView,
  to: number,
): void {
  if (end - at > longBytes) {
    output.set(input.subarray(at, end), to);
  } else if (end <= input.length - 4) {
    for (let source = at, target = to; source < end; source += 4, target += 4) {
      view.setInt32(target, from.getInt32(source, true), true);
    }
  } else {
    for (let source = at, target = to; source < end;) output[target++] = input[source++]!;
  }
}
