import { KafkaError } from '../kafkaError.ts';
import type { RecordBatch } from './recordBatch.ts';
import { RecordCursor } from './recordCursor.ts';

/** What records are sorted by. `size`: bytes of key and value; `key`: its bytes. */
export type SortBy = 'timestamp' | 'offset' | 'partition' | 'size' | 'key';

/** Where numbers are compared they take this place when there is none: a corrupt batch comes last. */
const none = Infinity;
/** A key's bytes that are compared as one number. */
const leadBytes = 6;
const smallestBytes = 64 * 1024;

/** By what records are sorted: a number each, and for keys their bytes, all in one place. */
export class SortKeys {
  readonly by: SortBy;
  #numbers: Float64Array<ArrayBuffer>;
  #ends: Float64Array<ArrayBuffer>;
  #bytes = new Uint8Array(smallestBytes);
  #count = 0;

  /** @param room how many records there are */
  constructor(by: SortBy, room: number) {
    this.by = by;
    this.#numbers = new Float64Array(room);
    this.#ends = new Float64Array(by === 'key' ? room : 0);
  }

  /** Adds the records of a batch for which `wanted` holds, in their order; a corrupt batch is one. */
  add(batch: RecordBatch, wanted: (index: number) => boolean): void {
    if (batch.corrupt !== undefined) {
      this.#addCorrupt(batch);
      return;
    }
    let index = 0;
    try {
      const { bytes, start, count, baseOffset, baseTimestamp, fixedTimestamp } = batch.scan();
      const cursor = new RecordCursor(bytes, start);
      const base =
        this.by === 'offset' ? Number(baseOffset) : Number(fixedTimestamp ?? baseTimestamp);
      for (; index < count; index++) {
        if (!wanted(index)) {
          cursor.skip();
          continue;
        }
        cursor.next();
        this.#addRecord(cursor, base, batch.partition, fixedTimestamp !== undefined);
      }
    } catch (error) {
      if (!(error instanceof KafkaError)) throw error;
      for (; index < batch.count; index++) if (wanted(index)) this.#addCorrupt(batch);
    }
  }

  /** How two records compare, by the order in which they were added. */
  compare(a: number, b: number): number {
    const left = this.#numbers[a] ?? 0;
    const right = this.#numbers[b] ?? 0;
    if (left !== right) return left < right ? -1 : 1;
    return this.by === 'key' ? this.#compareBytes(a, b) : 0;
  }

  #addRecord(cursor: RecordCursor, base: number, partition: number, fixed: boolean): void {
    switch (this.by) {
      case 'timestamp':
        this.#push(fixed ? base : base + cursor.timestampDelta);
        break;
      case 'offset':
        this.#push(base + cursor.offsetDelta);
        break;
      case 'partition':
        this.#push(partition);
        break;
      case 'size': {
        const { keyStart, keyEnd, valueStart, valueEnd } = cursor;
        this.#push(keyEnd - keyStart + (valueEnd - valueStart));
        break;
      }
      case 'key':
        this.#pushKey(cursor.bytes, cursor.keyStart, cursor.keyEnd);
    }
  }

  #addCorrupt(batch: RecordBatch): void {
    if (this.by === 'partition') this.#push(batch.partition);
    else if (this.by === 'offset') this.#push(Number(batch.baseOffset));
    else if (this.by === 'key') this.#pushKey(this.#bytes, -1, -1, none);
    else this.#push(none);
  }

  #push(value: number): void {
    this.#numbers[this.#count++] = value;
  }

  /** A null key comes before all others. */
  #pushKey(bytes: Uint8Array, start: number, end: number, instead = -1): void {
    const at = this.#ends[this.#count - 1] ?? 0;
    const length = end - start;
    while (at + length > this.#bytes.length) {
      const larger = new Uint8Array(this.#bytes.length * 2);
      larger.set(this.#bytes);
      this.#bytes = larger;
    }
    for (let index = 0; index < length; index++)
      this.#bytes[at + index] = bytes[start + index] ?? 0;
    this.#ends[this.#count] = at + length;
    let lead = instead;
    if (start >= 0) {
      lead = 0;
      // One more than the byte, so that a key that ends comes before one that goes on.
      for (let index = 0; index < leadBytes; index++) {
        lead = lead * 257 + (index < length ? (bytes[start + index] ?? 0) + 1 : 0);
      }
    }
    this.#push(lead);
  }

  #compareBytes(a: number, b: number): number {
    const [startA, startB] = [this.#ends[a - 1] ?? 0, this.#ends[b - 1] ?? 0];
    const [endA, endB] = [this.#ends[a] ?? 0, this.#ends[b] ?? 0];
    const shared = Math.min(endA - startA, endB - startB);
    for (let index = leadBytes; index < shared; index++) {
      const by = (this.#bytes[startA + index] ?? 0) - (this.#bytes[startB + index] ?? 0);
      if (by !== 0) return by;
    }
    return endA - startA - (endB - startB);
  }
}
