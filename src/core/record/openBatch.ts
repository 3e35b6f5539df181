import { KafkaError } from '../kafkaError.ts';
import type { BatchContext } from './batchContext.ts';
import { type BatchSpan, codecIdOf, wrongChecksum } from './batchSpan.ts';
import { BatchV2 } from './batchV2.ts';
import { CorruptBatch } from './corruptBatch.ts';
import { LegacyBatch } from './legacyBatch.ts';
import type { RecordBatch } from './recordBatch.ts';

/**
 * Makes an entry that `findBatches` found readable, once its checksum holds. Total: whatever is wrong comes
 * back as a `CorruptBatch` that stands for the entry's offsets.
 *
 * @param bytes the partition's bytes that the span was found in
 * @param options `checked`: the caller has seen the checksum hold, it is not computed again; `lazy`: that
 *   of an uncompressed batch may wait until one of its records is shown; `body`: its records, from whoever has
 *   verified and decompressed it already
 */
export function openBatch(
  context: BatchContext,
  bytes: Uint8Array,
  span: BatchSpan,
  options: { checked?: boolean; lazy?: boolean; body?: Uint8Array | undefined } = {},
): RecordBatch {
  const own = bytes.subarray(span.start, span.end);
  try {
    if (span.corrupt !== undefined) throw span.corrupt;
    const lazy = options.lazy === true && codecIdOf(bytes, span) === 0;
    const { body } = options;
    const checked =
      options.checked === true || body !== undefined || (!lazy && intactSpan(bytes, span));
    if (!checked && !lazy) throw wrongChecksum();
    return span.magic === 2
      ? new BatchV2(context, own, { checked, body })
      : new LegacyBatch(context, own);
  } catch (error) {
    if (!(error instanceof KafkaError)) throw error;
    const { baseOffset, lastOffset, magic } = span;
    const { topic, partition } = context;
    return new CorruptBatch({ topic, partition, baseOffset, lastOffset, magic }, error, own.length);
  }
}

/** Whether an entry's checksum holds; what it claims (its last offset, above all) can then be trusted. */
export function intactSpan(bytes: Uint8Array, span: BatchSpan): boolean {
  if (span.corrupt !== undefined) return false;
  const own = bytes.subarray(span.start, span.end);
  return span.magic === 2 ? BatchV2.intact(own) : LegacyBatch.intact(own);
}
