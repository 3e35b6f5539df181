/* eslint-disable @typescript-eslint/no-non-null-assertion -- reads beyond the end give undefined, which the
   bit operations below turn into 0; every result is checked against the record's end before it is used */
import { KafkaError } from '../kafkaError.ts';
import type { RecordHeader } from './recordHeader.ts';

/**
 * Walks the records of a batch v2 without allocating: after `next()` or `readAt()` the fields tell where
 * the parts of that record lie. This is the hot loop of every scan.
 */
export class RecordCursor {
  bytes: Uint8Array;
  /** Where the next record begins. */
  at = 0;
  /** Where the current record's timestamp delta begins; `exactTimestampDelta` reads it again, exactly. */
  timestampAt = 0;
  /** Relative to the batch's base timestamp; rounded beyond 2^53, which no real time reaches. */
  timestampDelta = 0;
  offsetDelta = 0;
  /** `−1`: the key is null. */
  keyStart = -1;
  keyEnd = -1;
  /** `−1`: the value is null. */
  valueStart = -1;
  valueEnd = -1;
  headerCount = 0;
  headersStart = 0;
  end = 0;

  constructor(bytes: Uint8Array, start = 0) {
    this.bytes = bytes;
    this.at = start;
  }

  /** Reads the record at `position`. Throws KafkaError `corruptBatch` where it does not fit its bytes. */
  readAt(position: number): void {
    this.at = position;
    this.next();
  }

  /** Reads the record at `at` and moves on. Throws KafkaError `corruptBatch` as `readAt`. */
  next(): void {
    const bytes = this.bytes;
    const length = this.#varint();
    const start = this.at;
    const end = start + length;
    if (length < 6 || end > bytes.length) throw corruptRecord('a record is longer than its batch');
    this.end = end;
    this.timestampAt = ++this.at; // one byte of attributes, not used by any version so far
    this.timestampDelta = this.#varlong();
    this.offsetDelta = this.#varint();
    const keyLength = this.#varint();
    if (keyLength < 0) {
      this.keyStart = this.keyEnd = -1;
    } else {
      this.keyStart = this.at;
      this.at = this.keyEnd = this.at + keyLength;
    }
    // A key that leaves the record must not let the value's length be read from elsewhere.
    if (this.at > end) throw corruptRecord('a key is longer than its record');
    const valueLength = this.#varint();
    if (valueLength < 0) {
      this.valueStart = this.valueEnd = -1;
    } else {
      this.valueStart = this.at;
      this.at = this.valueEnd = this.at + valueLength;
    }
    if (this.at >= end) throw corruptRecord('a value is longer than its record');
    this.headerCount = this.#varint();
    this.headersStart = this.at;
    if (this.headerCount < 0 || this.at > end) throw corruptRecord('the headers are cut off');
    this.at = end;
  }

  /** Moves on behind the record at `at` without looking into it. Throws as `readAt`. */
  skip(): void {
    const length = this.#varint();
    const end = this.at + length;
    if (length < 6 || end > this.bytes.length) {
      throw corruptRecord('a record is longer than its batch');
    }
    this.at = end;
  }

  /** The current record's timestamp delta with all 64 bits. */
  exactTimestampDelta(): bigint {
    let value = 0n;
    let at = this.timestampAt;
    for (let shift = 0n; shift < 70n; shift += 7n) {
      const byte = this.bytes[at++]!;
      value |= BigInt(byte & 0x7f) << shift;
      if (byte < 0x80) break;
    }
    return BigInt.asIntN(64, (value >> 1n) ^ -(value & 1n));
  }

  /** The first `limit` headers of the current record. Throws KafkaError `corruptBatch`. */
  headers(limit: number): RecordHeader[] {
    const headers: RecordHeader[] = [];
    const end = this.end;
    this.at = this.headersStart;
    for (let index = 0; index < this.headerCount && index < limit; index++) {
      const name = this.#bytesField(end);
      if (name === null) throw corruptRecord('a header has no name');
      headers.push({ name, value: this.#bytesField(end) });
    }
    this.at = end;
    return headers;
  }

  #bytesField(end: number): Uint8Array | null {
    if (this.at >= end) throw corruptRecord('a header is cut off');
    const length = this.#varint();
    if (length < 0) return null;
    const start = this.at;
    if (length > end - start) throw corruptRecord('a header is longer than its record');
    this.at = start + length;
    return this.bytes.subarray(start, this.at);
  }

  #varint(): number {
    const bytes = this.bytes;
    let byte = bytes[this.at++]!;
    if (byte < 0x80) return (byte >>> 1) ^ -(byte & 1);
    let value = byte & 0x7f;
    for (let shift = 7; shift < 35; shift += 7) {
      byte = bytes[this.at++]!;
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return (value >>> 1) ^ -(value & 1);
    }
    throw corruptRecord('a number does not end');
  }

  #varlong(): number {
    const bytes = this.bytes;
    let byte = bytes[this.at++]!;
    if (byte < 0x80) return (byte >>> 1) ^ -(byte & 1);
    let value = byte & 0x7f;
    for (let shift = 7; shift < 28; shift += 7) {
      byte = bytes[this.at++]!;
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return (value >>> 1) ^ -(value & 1);
    }
    let wide = value;
    for (let factor = 2 ** 28; factor <= 2 ** 63; factor *= 128) {
      byte = bytes[this.at++]!;
      wide += (byte & 0x7f) * factor;
      if (byte < 0x80) return wide % 2 === 0 ? wide / 2 : -(wide + 1) / 2;
    }
    throw corruptRecord('a number does not end');
  }
}

/** Records that do not fit the bytes of their batch. */
export function corruptRecord(what: string): KafkaError {
  return new KafkaError('corruptBatch', `record batch: ${what}`);
}
