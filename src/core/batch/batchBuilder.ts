import { codecNames, type CodecName } from '../codec/codec.ts';
import { crc32c } from '../codec/crc32c.ts';
import {
  fieldBytes,
  HeaderNames,
  type RecordToEncode,
  varintBytes,
  zigzag,
} from './recordBytes.ts';

/** Bytes of a batch before its first record. */
export const batchOverheadBytes = 61;

const crcAt = 17;
const attributesAt = 21;
const maxInt32 = 0x7fffffff;

/**
 * Collects records of one partition into a record batch of message format v2 (Kafka protocol guide, "Record
 * Batch"), written as they come. The batch is finished once, by {@link build}.
 */
export class BatchBuilder {
  #bytes: Uint8Array<ArrayBuffer>;
  #length = batchOverheadBytes;
  #count = 0;
  #baseTimestampMs = 0;
  #maxTimestampMs = 0;
  readonly #names: HeaderNames;

  /** @param options.memory to write into while it is large enough; its content is lost */
  constructor(
    options: { memory?: Uint8Array<ArrayBuffer> | undefined; headerNames?: HeaderNames } = {},
  ) {
    this.#bytes = options.memory ?? new Uint8Array(1024);
    this.#names = options.headerNames ?? new HeaderNames();
  }

  /** Records so far. */
  get count(): number {
    return this.#count;
  }

  /** Bytes of the batch if it were finished now without compression. */
  get sizeBytes(): number {
    return this.#length;
  }

  /** All that it writes into: for the next batch once this one is not needed any more. */
  get memory(): Uint8Array<ArrayBuffer> {
    return this.#bytes;
  }

  /** Records without the batch's header: what a codec compresses. A view, valid until the next append. */
  get body(): Uint8Array<ArrayBuffer> {
    return this.#bytes.subarray(batchOverheadBytes, this.#length);
  }

  /** Adds one record; `timestampMs` in whole ms since 1970. */
  append(record: RecordToEncode, timestampMs: number): void {
    const { key, value, headers = [] } = record;
    if (this.#count === 0) this.#baseTimestampMs = this.#maxTimestampMs = timestampMs;
    else if (timestampMs > this.#maxTimestampMs) this.#maxTimestampMs = timestampMs;
    const timestampDelta = timestampMs - this.#baseTimestampMs;
    let size = 1 + varlongBytes(timestampDelta) + varintBytes(this.#count);
    size += fieldBytes(key) + fieldBytes(value) + varintBytes(headers.length);
    for (const [name, content] of headers) {
      size += fieldBytes(this.#names.of(name)) + fieldBytes(content);
    }
    this.#reserve(size + 5);
    this.#varint(size);
    this.#bytes[this.#length++] = 0; // attributes: none are defined
    this.#varlong(timestampDelta);
    this.#varint(this.#count);
    this.#field(key);
    this.#field(value);
    this.#varint(headers.length);
    for (const [name, content] of headers) {
      this.#field(this.#names.of(name));
      this.#field(content);
    }
    this.#count++;
  }

  /**
   * The whole batch, ready for a Produce request: its body as collected, or `compressed` in that codec. The
   * broker sets offsets and leader epoch. Without a codec this is a view of the builder's own bytes.
   */
  build(codec: CodecName = 'none', compressed?: Uint8Array): Uint8Array<ArrayBuffer> {
    let bytes = this.#bytes.subarray(0, this.#length);
    if (compressed) {
      bytes = new Uint8Array(batchOverheadBytes + compressed.length);
      bytes.set(compressed, batchOverheadBytes);
    }
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    view.setBigInt64(0, 0n); // base offset
    view.setInt32(8, bytes.length - 12);
    view.setInt32(12, -1); // partition leader epoch
    view.setInt8(16, 2); // magic
    view.setInt16(attributesAt, codecNames.indexOf(codec)); // create time, no transaction
    view.setInt32(23, this.#count - 1); // last offset delta
    view.setBigInt64(27, BigInt(this.#baseTimestampMs));
    view.setBigInt64(35, BigInt(this.#maxTimestampMs));
    view.setBigInt64(43, -1n); // producer id: not idempotent
    view.setInt16(51, -1); // producer epoch
    view.setInt32(53, -1); // base sequence
    view.setInt32(57, this.#count);
    view.setUint32(crcAt, crc32c(bytes, attributesAt) >>> 0);
    return bytes;
  }

  #reserve(size: number): void {
    const needed = this.#length + size;
    if (needed <= this.#bytes.length) return;
    const larger = new Uint8Array(Math.max(needed, this.#bytes.length * 2));
    larger.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = larger;
  }

  #field(field: Uint8Array | null): void {
    if (field === null) {
      this.#bytes[this.#length++] = 1; // −1
      return;
    }
    this.#varint(field.length);
    this.#bytes.set(field, this.#length);
    this.#length += field.length;
  }

  #varint(value: number): void {
    let rest = zigzag(value);
    while (rest > 0x7f) {
      this.#bytes[this.#length++] = (rest & 0x7f) | 0x80;
      rest >>>= 7;
    }
    this.#bytes[this.#length++] = rest;
  }

  #varlong(value: number): void {
    if (fitsInt32(value)) {
      this.#varint(value);
      return;
    }
    let rest = zigzag64(value);
    while (rest > 0x7fn) {
      this.#bytes[this.#length++] = Number(rest & 0x7fn) | 0x80;
      rest >>= 7n;
    }
    this.#bytes[this.#length++] = Number(rest);
  }
}

function fitsInt32(value: number): boolean {
  return value >= -maxInt32 && value <= maxInt32;
}

function zigzag64(value: number): bigint {
  const long = BigInt(value);
  return BigInt.asUintN(64, (long << 1n) ^ (long >> 63n));
}

function varlongBytes(value: number): number {
  if (fitsInt32(value)) return varintBytes(value);
  let bytes = 1;
  for (let rest = zigzag64(value); rest > 0x7fn; rest >>= 7n) bytes++;
  return bytes;
}
