import type { BatchFacts } from './batchFacts.ts';
import type { RecordCursor } from './recordCursor.ts';
import type { RecordHeader } from './recordHeader.ts';

/** Where the parts of one record lie in its bytes: `−1` as a start means null. */
export interface RecordParts {
  readonly keyStart: number;
  readonly keyEnd: number;
  readonly valueStart: number;
  readonly valueEnd: number;
  readonly headerCount: number;
  /** Reads the first `limit` headers; total: malformed ones throw KafkaError `corruptBatch`. */
  readonly headers: (limit: number) => RecordHeader[];
}

/**
 * One record: a view into the bytes of its batch, made when somebody looks at it. Keys and values are
 * subarrays, not copies: do not write to them, copy what you keep for long.
 */
export class RecordView {
  readonly batch: BatchFacts;
  readonly offset: bigint;
  /** Exact; ms since the epoch, −1 where the record has none. */
  readonly timestamp: bigint;
  readonly #bytes: Uint8Array;
  readonly #parts: RecordParts;

  constructor(
    batch: BatchFacts,
    offset: bigint,
    timestamp: bigint,
    bytes: Uint8Array,
    parts: RecordParts,
  ) {
    this.batch = batch;
    this.offset = offset;
    this.timestamp = timestamp;
    this.#bytes = bytes;
    this.#parts = parts;
  }

  /** The record that `cursor` has just read; the cursor is the view's from then on. */
  static at(
    batch: BatchFacts,
    offset: bigint,
    timestamp: bigint,
    cursor: RecordCursor,
  ): RecordView {
    return new RecordView(batch, offset, timestamp, cursor.bytes, {
      keyStart: cursor.keyStart,
      keyEnd: cursor.keyEnd,
      valueStart: cursor.valueStart,
      valueEnd: cursor.valueEnd,
      headerCount: cursor.headerCount,
      headers: (limit) => cursor.headers(limit),
    });
  }

  get topic(): string {
    return this.batch.topic;
  }

  get partition(): number {
    return this.batch.partition;
  }

  /** `timestamp` as a number: exact for every real time, −1 where the record has none. */
  get timestampMs(): number {
    return Number(this.timestamp);
  }

  get headerCount(): number {
    return this.#parts.headerCount;
  }

  key(): Uint8Array | null {
    const { keyStart, keyEnd } = this.#parts;
    return keyStart < 0 ? null : this.#bytes.subarray(keyStart, keyEnd);
  }

  value(): Uint8Array | null {
    const { valueStart, valueEnd } = this.#parts;
    return valueStart < 0 ? null : this.#bytes.subarray(valueStart, valueEnd);
  }

  /** In the order in which the producer wrote them, duplicates included. */
  headers(limit = Number.MAX_SAFE_INTEGER): RecordHeader[] {
    return this.#parts.headers(limit);
  }
}
