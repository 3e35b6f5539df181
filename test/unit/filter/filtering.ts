import assert from 'node:assert/strict';
import type { RecordFilter } from '../../../src/core/filter/recordFilter.ts';
import type { RecordBatch } from '../../../src/core/record/recordBatch.ts';
import { BatchFilter } from '../../../src/kafka/read/batchFilter.ts';
import { batchBytes, contextOf } from '../record/batches.ts';
import { findBatches } from '../../../src/core/record/batchSpan.ts';
import { openBatch } from '../../../src/core/record/openBatch.ts';
import type { CodecName } from '../../../src/core/codec/codec.ts';

/** A record as tests write it; left out means null. */
export interface TestRecord {
  readonly key?: string;
  readonly value?: string | Uint8Array;
  readonly headers?: readonly (readonly [string, string | null])[];
  readonly timestampMs?: number;
}

/** A batch of those records at offset 100 of partition 3, its checksum not verified yet. */
export function batchWith(records: readonly TestRecord[], codec: CodecName = 'none'): RecordBatch {
  const bytes = bytesWith(records, codec);
  return openBatch(contextOf(3), bytes, findBatches(bytes)[0]!, { lazy: true });
}

/** The bytes of that batch. */
export function bytesWith(records: readonly TestRecord[], codec: CodecName = 'none'): Uint8Array {
  const encoded = records.map(({ key, value, headers = [], ...rest }) => ({
    ...rest,
    key: key === undefined ? null : Buffer.from(key),
    value: value === undefined ? null : Buffer.from(value),
    headers: headers.map(
      ([name, text]) => [name, text === null ? null : Buffer.from(text)] as const,
    ),
  }));
  return batchBytes(100n, encoded, codec);
}

/** Which records of a batch a filter keeps (by index), and what failed. */
export async function kept(filter: RecordFilter, batch: RecordBatch) {
  const opened = await BatchFilter.open(filter);
  try {
    const found = await opened.select(batch);
    const indexes = found.flatMap((part) =>
      Array.from({ length: part.count }, (_none, index) => Number(part.record(index).offset) - 100),
    );
    const { failures } = opened;
    // What is kept of a scan and what is shown of the loaded records must be the same.
    const shown = batch.verify() ? [...(await opened.indexes(batch))] : indexes;
    assert.deepEqual(shown, indexes);
    return { indexes, failures, found };
  } finally {
    opened.close();
  }
}
