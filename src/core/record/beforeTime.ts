import { wrongChecksum } from './batchSpan.ts';
import { copyRecords, PickedBatch } from './pickedBatch.ts';
import type { RecordBatch } from './recordBatch.ts';
import { RecordCursor } from './recordCursor.ts';

/**
 * The records of a batch that are older than a time (ms since the epoch, exclusive), as timestamps need not
 * rise; a record without a timestamp is older than any.
 *
 * @throws KafkaError `corruptBatch` where the records cannot be read after all
 */
export function beforeTime(batch: RecordBatch, timeMs: number): RecordBatch {
  if (batch.maxTimestampMs < timeMs) return batch;
  if (batch.corrupt === undefined && !batch.verify()) throw wrongChecksum();
  const times = timestampsOf(batch);
  let older = 0;
  while (older < times.length && (times[older] ?? 0) < timeMs) older++;
  if (!times.subarray(older).some((time) => time < timeMs)) return batch.slice(0, older);
  const scan = batch.scan();
  const cursor = new RecordCursor(scan.bytes, scan.start);
  const ranges: number[] = [];
  for (const time of times) {
    const start = cursor.at;
    cursor.skip();
    if (time < timeMs) ranges.push(start, cursor.at);
  }
  return new PickedBatch(batch, scan, copyRecords(scan.bytes, ranges));
}

/** The timestamp of each record in ms, −1 where it has none. Throws as `beforeTime`. */
export function timestampsOf(batch: RecordBatch): Float64Array {
  const { bytes, start, count, baseTimestamp, fixedTimestamp } = batch.scan();
  const times = new Float64Array(count);
  if (fixedTimestamp !== undefined) return times.fill(Number(fixedTimestamp));
  const base = Number(baseTimestamp);
  const cursor = new RecordCursor(bytes, start);
  for (let index = 0; index < count; index++) {
    cursor.next();
    times[index] = base + cursor.timestampDelta;
  }
  return times;
}
