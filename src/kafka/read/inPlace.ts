import { type BatchSpan, unreadable } from '../../core/record/batchSpan.ts';
import { CorruptBatch } from '../../core/record/corruptBatch.ts';
import type { RecordBatch } from '../../core/record/recordBatch.ts';

/**
 * A batch as what stands around it allows, as no checksum covers its offset: one that claims offsets which are not those
 * of its place is corrupt, and a corrupt one stands for what really could not be read.
 *
 * @param position behind what was handed on before
 * @param next where the batch behind it begins
 * @param isFirst of an answer: a broker may begin with what was read already
 * @returns `undefined` for what was read already
 */
export function inPlace(
  batch: RecordBatch,
  position: bigint,
  next: bigint,
  isFirst: boolean,
): RecordBatch | undefined {
  const { topic, partition, magic, baseOffset, lastOffset, sizeBytes } = batch;
  if (lastOffset < position && isFirst) return undefined;
  const begins = baseOffset >= position || isFirst;
  const fits = begins && lastOffset >= position && lastOffset < next;
  if (fits && batch.corrupt === undefined) return batch;
  const own = {
    baseOffset: baseOffset < position || baseOffset >= next ? position : baseOffset,
    lastOffset: fits ? lastOffset : next - 1n,
  };
  const error = batch.corrupt ?? unreadable(`its offsets, ${baseOffset}–${lastOffset}, are wrong`);
  return new CorruptBatch({ topic, partition, magic, ...own }, error, sizeBytes);
}

/** Where the next batch behind `position` begins, among those from `index` on; `end` where none tells so. */
export function nextBase(
  spans: readonly BatchSpan[],
  index: number,
  position: bigint,
  end: bigint,
): bigint {
  for (let at = index; at < spans.length; at++) {
    const { baseOffset } = spans[at] ?? { baseOffset: end };
    if (baseOffset > position && baseOffset < end) return baseOffset;
  }
  return end;
}
