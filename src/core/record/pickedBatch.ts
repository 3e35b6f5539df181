import type { CodecName } from '../codec/codec.ts';
import type { TimestampType } from './batchFacts.ts';
import type { RecordBatch } from './recordBatch.ts';
import { RecordCursor } from './recordCursor.ts';
import type { RecordScan } from './recordScan.ts';
import { RecordView } from './recordView.ts';

/** Records copied out of a batch: one after another, and where each begins. */
export interface CopiedRecords {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly positions: Int32Array<ArrayBuffer>;
}

/** Copies the records between `ranges` (where each begins and ends, alternating) together. */
export function copyRecords(bytes: Uint8Array, ranges: readonly number[]): CopiedRecords {
  let size = 0;
  for (let at = 0; at < ranges.length; at += 2) size += (ranges[at + 1] ?? 0) - (ranges[at] ?? 0);
  const copy = new Uint8Array(size);
  const positions = new Int32Array(ranges.length / 2);
  let to = 0;
  for (let index = 0; index < positions.length; index++) {
    const part = bytes.subarray(ranges[index * 2], ranges[index * 2 + 1]);
    copy.set(part, to);
    positions[index] = to;
    to += part.length;
  }
  return { bytes: copy, positions };
}

/**
 * Some records of a batch, copied out of it, so that the few that a filter found do not keep the memory of
 * all that it looked at. The batch's checksum is the caller's to verify first.
 */
export class PickedBatch implements RecordBatch {
  readonly corrupt = undefined;
  readonly topic: string;
  readonly partition: number;
  readonly baseOffset: bigint;
  readonly lastOffset: bigint;
  readonly count: number;
  readonly codec: CodecName;
  readonly magic: number;
  readonly producerId: bigint | undefined;
  readonly producerEpoch: number | undefined;
  readonly transactional: boolean;
  readonly control = false;
  readonly timestampType: TimestampType;
  readonly maxTimestampMs: number;
  readonly firstTimestampMs: number;
  readonly sizeBytes: number;
  readonly #scan: RecordScan;
  readonly #positions: Int32Array;

  /** @param scan of the batch that the records are from: what their deltas count from */
  constructor(
    batch: RecordBatch,
    scan: Pick<RecordScan, 'baseOffset' | 'baseTimestamp' | 'fixedTimestamp'>,
    records: { readonly bytes: Uint8Array; readonly positions: Int32Array },
  ) {
    const { bytes, positions } = records;
    this.topic = batch.topic;
    this.partition = batch.partition;
    this.baseOffset = batch.baseOffset;
    this.lastOffset = batch.lastOffset;
    this.count = positions.length;
    this.codec = batch.codec;
    this.magic = batch.magic;
    this.producerId = batch.producerId;
    this.producerEpoch = batch.producerEpoch;
    this.transactional = batch.transactional;
    this.timestampType = batch.timestampType;
    this.maxTimestampMs = batch.maxTimestampMs;
    this.firstTimestampMs = batch.firstTimestampMs;
    this.sizeBytes = bytes.length + positions.byteLength;
    const { baseOffset, baseTimestamp, fixedTimestamp } = scan;
    const count = positions.length;
    this.#scan = { baseOffset, baseTimestamp, fixedTimestamp, bytes, start: 0, count };
    this.#positions = positions;
  }

  record(index: number): RecordView {
    const position = this.#positions[index];
    if (position === undefined) throw new RangeError(`no record ${index}`);
    const { bytes, baseOffset, baseTimestamp, fixedTimestamp } = this.#scan;
    const cursor = new RecordCursor(bytes);
    cursor.readAt(position);
    const offset = baseOffset + BigInt(cursor.offsetDelta);
    const timestamp = fixedTimestamp ?? baseTimestamp + cursor.exactTimestampDelta();
    return RecordView.at(this, offset, timestamp, cursor);
  }

  indexOf(offset: bigint): number {
    const cursor = new RecordCursor(this.#scan.bytes);
    let low = 0;
    let high = this.count;
    while (low < high) {
      const middle = (low + high) >>> 1;
      cursor.readAt(this.#positions[middle] ?? 0);
      if (this.#scan.baseOffset + BigInt(cursor.offsetDelta) < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  scan(): RecordScan {
    return { ...this.#scan, start: this.#positions[0] ?? 0 };
  }

  verify(): boolean {
    return true;
  }

  slice(start: number, end: number): RecordBatch {
    if (start <= 0 && end >= this.count) return this;
    const wanted = this.#positions.subarray(Math.max(start, 0), end);
    const from = wanted[0] ?? 0;
    const bytes = this.#scan.bytes.subarray(from, this.#positions[end]);
    return new PickedBatch(this, this.#scan, { bytes, positions: wanted.map((at) => at - from) });
  }
}
