import { codecOf, decompress, type CodecName } from '../codec/codec.ts';
import { crc32c } from '../codec/crc32c.ts';
import type { KafkaError } from '../kafkaError.ts';
import type { BatchContext } from './batchContext.ts';
import { batchHeaderBytes, unreadable, wrongChecksum } from './batchSpan.ts';
import type { BatchBody } from './bodyCache.ts';
import type { TimestampType } from './batchFacts.ts';
import type { RecordBatch } from './recordBatch.ts';
import { corruptRecord, RecordCursor } from './recordCursor.ts';
import type { RecordScan } from './recordScan.ts';
import { RecordView } from './recordView.ts';

/** A record has at least length, attributes, two deltas, two lengths and a header count. */
const minRecordBytes = 7;

/**
 * A record batch of message format v2 (Kafka protocol guide, "Record Batch"). Its header is read at once,
 * its records only when one of them is asked for.
 */
export class BatchV2 implements RecordBatch {
  readonly magic = 2;
  readonly corrupt: KafkaError | undefined = undefined;
  readonly topic: string;
  readonly partition: number;
  readonly baseOffset: bigint;
  readonly lastOffset: bigint;
  readonly count: number;
  readonly codec: CodecName;
  readonly producerId: bigint | undefined;
  readonly producerEpoch: number | undefined;
  readonly transactional: boolean;
  readonly control: boolean;
  readonly timestampType: TimestampType;
  readonly maxTimestampMs: number;
  readonly firstTimestampMs: number;
  readonly baseTimestamp: bigint;
  readonly maxTimestamp: bigint;
  readonly sizeBytes: number;
  /** Records that the header announces, of which `count` are shown. */
  readonly recordCount: number;
  readonly #context: BatchContext;
  readonly #bytes: Uint8Array;
  readonly #first: number;
  readonly #expanded: Uint8Array | undefined;
  #intact: boolean | undefined;

  /**
   * @param bytes the whole batch from its base offset on
   * @param options `checked`: the checksum holds; otherwise it is verified before a record is shown; `shown`: only these
   *   of its records; `body`: its records, decompressed
   * @throws KafkaError `corruptBatch` or `codecUnsupported` for a header that cannot be true
   */
  constructor(
    context: BatchContext,
    bytes: Uint8Array,
    options: {
      checked?: boolean;
      shown?: { first: number; count: number };
      body?: Uint8Array | undefined;
    } = {},
  ) {
    const { shown } = options;
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const attributes = view.getInt16(21);
    const lastOffsetDelta = view.getInt32(23);
    const producerId = view.getBigInt64(43);
    this.topic = context.topic;
    this.partition = context.partition;
    this.baseOffset = view.getBigInt64(0);
    this.lastOffset = this.baseOffset + BigInt(lastOffsetDelta);
    this.codec = codecOf(attributes);
    this.producerId = producerId < 0n ? undefined : producerId;
    this.producerEpoch = producerId < 0n ? undefined : view.getInt16(51);
    this.transactional = (attributes & 16) !== 0;
    this.control = (attributes & 32) !== 0;
    this.timestampType = attributes & 8 ? 'logAppend' : 'create';
    this.baseTimestamp = view.getBigInt64(27);
    this.maxTimestamp = view.getBigInt64(35);
    this.maxTimestampMs = Number(this.maxTimestamp);
    const isFixed = this.timestampType === 'logAppend';
    this.firstTimestampMs = isFixed ? this.maxTimestampMs : Number(this.baseTimestamp);
    this.recordCount = view.getInt32(57);
    const share = shown === undefined ? 1 : shown.count / this.recordCount;
    this.sizeBytes = Math.ceil(bytes.length * share);
    this.#context = context;
    this.#bytes = bytes;
    this.#first = shown?.first ?? 0;
    this.#expanded = options.body;
    this.#intact = options.checked === true ? true : undefined;
    this.count = this.control ? 0 : (shown?.count ?? this.recordCount);
    if (this.recordCount < 0 || lastOffsetDelta < 0 || this.recordCount > lastOffsetDelta + 1) {
      throw unreadable(`${this.recordCount} records up to offset delta ${lastOffsetDelta}`);
    }
  }

  /** Whether the checksum of a whole batch holds; `false` for bytes too short to have one. */
  static intact(bytes: Uint8Array): boolean {
    if (bytes.length < batchHeaderBytes) return false;
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    return view.getUint32(17) === crc32c(bytes, 21);
  }

  record(index: number): RecordView {
    if (index < 0 || index >= this.count) throw new RangeError(`no record ${index}`);
    const { bytes, positions } = this.#body();
    const position = positions[this.#first + index];
    if (position === undefined) throw corruptRecord('fewer records than announced');
    return this.#view(new RecordCursor(bytes), position);
  }

  indexOf(offset: bigint): number {
    if (offset <= this.baseOffset) return 0;
    if (offset > this.lastOffset) return this.count;
    const wanted = Number(offset - this.baseOffset);
    if (BigInt(this.recordCount) === this.lastOffset - this.baseOffset + 1n) {
      return Math.min(Math.max(wanted - this.#first, 0), this.count);
    }
    const { bytes, positions } = this.#body();
    const cursor = new RecordCursor(bytes);
    let low = 0;
    let high = this.count;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const position = positions[this.#first + middle];
      if (position === undefined) throw corruptRecord('fewer records than announced');
      cursor.readAt(position);
      if (cursor.offsetDelta < wanted) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  slice(start: number, end: number): RecordBatch {
    if (start <= 0 && end >= this.count) return this;
    const first = this.#first + Math.max(start, 0);
    const count = Math.max(Math.min(end, this.count) - Math.max(start, 0), 0);
    const shown = { first, count };
    const [checked, body] = [this.#intact === true, this.#expanded];
    return new BatchV2(this.#context, this.#bytes, { checked, shown, body });
  }

  verify(): boolean {
    this.#intact ??= BatchV2.intact(this.#bytes);
    return this.#intact;
  }

  scan(): RecordScan {
    const bytes = this.body();
    let start = 0;
    if (this.#first > 0) {
      const cursor = new RecordCursor(bytes);
      for (let index = 0; index < this.#first; index++) cursor.skip();
      start = cursor.at;
    }
    const { count, baseOffset, baseTimestamp } = this;
    const fixedTimestamp = this.timestampType === 'logAppend' ? this.maxTimestamp : undefined;
    return { bytes, start, count, baseOffset, baseTimestamp, fixedTimestamp };
  }

  /** The records' bytes, decompressed (never before the checksum was seen to hold). */
  body(): Uint8Array {
    if (this.#expanded !== undefined) return this.#expanded;
    if (this.codec === 'none') return this.#bytes.subarray(batchHeaderBytes);
    if (!this.verify()) throw wrongChecksum();
    return decompress(
      this.codec,
      this.#bytes.subarray(batchHeaderBytes),
      this.#context.maxBodyBytes,
      this.#context.codecs,
    );
  }

  #view(cursor: RecordCursor, position: number): RecordView {
    cursor.readAt(position);
    const offset = this.baseOffset + BigInt(cursor.offsetDelta);
    const timestamp =
      this.timestampType === 'logAppend'
        ? this.maxTimestamp
        : this.baseTimestamp + cursor.exactTimestampDelta();
    return RecordView.at(this, offset, timestamp, cursor);
  }

  #body(): BatchBody {
    if (!this.verify()) throw wrongChecksum();
    return this.#context.bodies.get(this.#bytes, () => {
      const bytes = this.body();
      const positions = indexRecords(bytes, this.recordCount);
      // Uncompressed ones count, too: the batch may be gone while this keeps its bytes. Decompressed ones may lie in
      // more memory than they fill.
      const kept = this.codec === 'none' ? bytes.byteLength : bytes.buffer.byteLength;
      return { bytes, positions, costBytes: positions.byteLength + kept };
    });
  }
}

/** Where each of `count` records begins; as many as really fit where the bytes end or break off early. */
function indexRecords(bytes: Uint8Array, count: number): Int32Array {
  const positions = new Int32Array(Math.min(count, Math.floor(bytes.length / minRecordBytes)));
  const cursor = new RecordCursor(bytes);
  for (let index = 0; index < positions.length; index++) {
    positions[index] = cursor.at;
    try {
      cursor.next();
    } catch {
      return positions.slice(0, index);
    }
  }
  return positions;
}
