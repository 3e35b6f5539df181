import { KafkaError } from '../kafkaError.ts';
import type { BatchContext } from './batchContext.ts';
import type { BatchSpan } from './batchSpan.ts';
import { BatchV2 } from './batchV2.ts';
import { CorruptBatch } from './corruptBatch.ts';
import { LegacyBatch } from './legacyBatch.ts';
import type { RecordBatch } from './recordBatch.ts';

/**
 * Makes an entry that `findBatches` found readable, once its checksum holds. Total: whatever is wrong comes
 * back as a `CorruptBatch` that stands for the entry's offsets.
 *
 * @param bytes the partition's bytes that the span was found in
 * @param options `checked`: the caller has seen the checksum hold, it is not computed again
 */
export function openBatch(
  context: BatchContext,
  bytes: Uint8Array,
  span: BatchSpan,
  options: { checked?: boolean } = {},
): RecordBatch {
  const own = bytes.subarray(span.start, span.end);
  try {
    if (span.corrupt !== undefined) throw span.corrupt;
    if (options.checked !== true && !intactSpan(bytes, span)) throw wrongChecksum();
    return span.magic === 2 ? new BatchV2(context, own) : new LegacyBatch(context, own);
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

function wrongChecksum(): KafkaError {
  return new KafkaError('corruptBatch', 'record batch: its checksum is wrong');
}
