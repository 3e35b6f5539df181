import { BatchBuilder } from '../batch/batchBuilder.ts';
import { codecOf, decompress, type CodecName } from '../codec/codec.ts';
import { crc32 } from '../codec/crc32.ts';
import type { KafkaError } from '../kafkaError.ts';
import type { BatchContext } from './batchContext.ts';
import { findBatches, unreadable } from './batchSpan.ts';
import { readLegacyMessage } from './legacyMessage.ts';
import type { TimestampType } from './batchFacts.ts';
import type { RecordBatch } from './recordBatch.ts';
import type { RecordScan } from './recordScan.ts';
import { RecordView } from './recordView.ts';

interface Inner {
  readonly bytes: Uint8Array;
  /** Where each message begins in `bytes`. */
  readonly positions: readonly number[];
  readonly offsets: readonly bigint[];
  /** Memory that holding these messages costs. */
  readonly costBytes: number;
}

/**
 * One entry of the message formats v0 and v1 (before Kafka 0.11): a single message, or a wrapper whose value
 * is a compressed set of messages. Only old logs hold these; they are decompressed at once.
 */
export class LegacyBatch implements RecordBatch {
  readonly corrupt: KafkaError | undefined = undefined;
  readonly producerId = undefined;
  readonly producerEpoch = undefined;
  readonly transactional = false;
  readonly control = false;
  readonly topic: string;
  readonly partition: number;
  readonly magic: number;
  readonly codec: CodecName;
  readonly timestampType: TimestampType;
  readonly maxTimestampMs: number;
  readonly firstTimestampMs: number;
  readonly sizeBytes: number;
  readonly baseOffset: bigint;
  readonly lastOffset: bigint;
  readonly count: number;
  readonly #context: BatchContext;
  readonly #bytes: Uint8Array;
  readonly #inner: Inner;
  readonly #timestamp: bigint;

  /**
   * @param bytes the whole entry from its offset on; its checksum is the caller's to verify first
   * @throws KafkaError `corruptBatch` or `codecUnsupported`
   */
  constructor(context: BatchContext, bytes: Uint8Array, inner?: Inner) {
    const outer = readLegacyMessage(bytes, 0);
    const value = outer.valueStart < 0 ? null : bytes.subarray(outer.valueStart, outer.valueEnd);
    this.topic = context.topic;
    this.partition = context.partition;
    this.magic = outer.magic;
    this.codec = codecOf(outer.attributes);
    this.timestampType = outer.magic === 0 ? 'none' : outer.attributes & 8 ? 'logAppend' : 'create';
    this.maxTimestampMs = Number(outer.timestamp);
    this.firstTimestampMs = this.maxTimestampMs;
    this.#timestamp = outer.timestamp;
    this.#context = context;
    this.#bytes = bytes;
    this.#inner =
      inner ??
      (this.codec === 'none'
        ? { bytes, positions: [0], offsets: [outer.offset], costBytes: bytes.length }
        : openWrapper(context, this.codec, value, outer.offset, bytes.length));
    this.baseOffset = this.#inner.offsets[0] ?? outer.offset;
    this.lastOffset = outer.offset;
    this.count = this.#inner.positions.length;
    this.sizeBytes = this.#inner.costBytes;
  }

  /** Whether the checksum of a whole entry holds; `false` for bytes too short to have one. */
  static intact(bytes: Uint8Array): boolean {
    if (bytes.length < 26) return false;
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    return view.getUint32(12) === crc32(bytes, 16);
  }

  record(index: number): RecordView {
    const { bytes, positions, offsets } = this.#inner;
    const position = positions[index];
    const offset = offsets[index];
    if (position === undefined || offset === undefined) throw new RangeError(`no record ${index}`);
    const message = readLegacyMessage(bytes, position);
    const timestamp = this.timestampType === 'logAppend' ? this.#timestamp : message.timestamp;
    return new RecordView(this, offset, timestamp, bytes, {
      ...message,
      headerCount: 0,
      headers: () => [],
    });
  }

  indexOf(offset: bigint): number {
    const index = this.#inner.offsets.findIndex((own) => own >= offset);
    return index < 0 ? this.count : index;
  }

  /** Always verified before it is made. */
  verify(): boolean {
    return true;
  }

  /** Written again in the encoding of v2; offsets are right where none is missing (slice first, then). */
  scan(): RecordScan {
    const builder = new BatchBuilder();
    let baseTimestamp = -1n;
    for (let index = 0; index < this.count; index++) {
      const record = this.record(index);
      if (index === 0) baseTimestamp = record.timestamp;
      builder.append({ key: record.key(), value: record.value() }, record.timestampMs);
    }
    const { count, baseOffset } = this;
    const fixedTimestamp = undefined;
    return { bytes: builder.body, start: 0, count, baseOffset, baseTimestamp, fixedTimestamp };
  }

  slice(start: number, end: number): RecordBatch {
    if (start <= 0 && end >= this.count) return this;
    const { bytes, positions, offsets, costBytes } = this.#inner;
    const shown = offsets.slice(Math.max(start, 0), end);
    return new LegacyBatch(this.#context, this.#bytes, {
      bytes,
      positions: positions.slice(Math.max(start, 0), end),
      offsets: shown,
      costBytes: Math.ceil((costBytes * shown.length) / offsets.length),
    });
  }
}

/**
 * The messages in a wrapper. In v1 their offsets are relative and the wrapper has the last one's (KIP-31), in
 * v0 they are absolute.
 */
function openWrapper(
  context: BatchContext,
  codec: CodecName,
  value: Uint8Array | null,
  wrapperOffset: bigint,
  wrapperBytes: number,
): Inner {
  if (value === null) throw unreadable('a wrapper without messages');
  const bytes = decompress(codec, value, context.maxBodyBytes, context.codecs);
  const spans = findBatches(bytes);
  const last = spans.at(-1);
  if (last?.end !== bytes.length) throw unreadable('a message is cut off');
  const base = last.magic === 1 ? wrapperOffset - last.baseOffset : 0n;
  const positions: number[] = [];
  const offsets: bigint[] = [];
  for (const span of spans) {
    if (span.magic !== 0 && span.magic !== 1) throw unreadable('a batch within a wrapper');
    if (span.corrupt !== undefined) throw span.corrupt;
    readLegacyMessage(bytes, span.start);
    positions.push(span.start);
    offsets.push(base + span.baseOffset);
  }
  return { bytes, positions, offsets, costBytes: wrapperBytes + bytes.length };
}
