import { BatchBuilder } from '../../../src/core/batch/batchBuilder.ts';
import type { RecordToEncode } from '../../../src/core/batch/recordBytes.ts';
import { compress, type CodecName } from '../../../src/core/codec/codec.ts';
import type { BatchContext } from '../../../src/core/record/batchContext.ts';
import { findBatches } from '../../../src/core/record/batchSpan.ts';
import { BodyCache } from '../../../src/core/record/bodyCache.ts';
import { openBatch } from '../../../src/core/record/openBatch.ts';
import type { RecordBatch } from '../../../src/core/record/recordBatch.ts';
import { nodeCodecs } from '../../../src/kafka/read/nodeCodecs.ts';

/** A context as the reader makes it, for partition `partition` of the topic `t`. */
export function contextOf(partition = 0, bodies = new BodyCache(1024 * 1024)): BatchContext {
  return { topic: 't', partition, codecs: nodeCodecs, bodies, maxBodyBytes: 16 * 1024 * 1024 };
}

/** The bytes of a batch v2 at that base offset, as a broker would send it. */
export function batchBytes(
  baseOffset: bigint,
  records: readonly (RecordToEncode & { timestampMs?: number })[],
  codec: CodecName = 'none',
): Uint8Array {
  const builder = new BatchBuilder();
  for (const record of records) builder.append(record, record.timestampMs ?? 1_700_000_000_000);
  const compressed = codec === 'none' ? undefined : compress(codec, builder.body, nodeCodecs);
  const bytes = Uint8Array.from(builder.build(codec, compressed));
  new DataView(bytes.buffer).setBigInt64(0, baseOffset);
  return bytes;
}

/** Every entry of a partition's bytes, opened. */
export function openAll(bytes: Uint8Array, context = contextOf()): RecordBatch[] {
  return findBatches(bytes).map((span) => openBatch(context, bytes, span));
}

/** Records with the text values `v0`, `v1`, … */
export function textRecords(count: number): RecordToEncode[] {
  return Array.from({ length: count }, (_none, index) => ({
    key: Buffer.from(`k${index}`),
    value: Buffer.from(`v${index}`),
  }));
}

/** The batch that `batchBytes` describes, opened. */
export function batchOf(
  baseOffset: bigint,
  count: number,
  options: { partition?: number; codec?: CodecName } = {},
): RecordBatch {
  const bytes = batchBytes(baseOffset, textRecords(count), options.codec);
  const [batch] = openAll(bytes, contextOf(options.partition ?? 0));
  if (batch === undefined) throw new Error('no batch');
  return batch;
}
