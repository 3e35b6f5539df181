/**
 * Writes a request body in Kafka's wire types, big-endian, into one growing buffer. In a *flexible* version
 * (KIP-482) strings, byte fields and arrays have compact lengths and every structure ends with tagged
 * fields; a request is written once and the writer knows which form is meant.
 */
export class Writer {
  readonly flexible: boolean;
  #buffer: Buffer;
  #length = 0;
  /** Finished parts, in order; what follows them begins at `#start` of the buffer. */
  readonly #chunks: Uint8Array[] = [];
  #chunkBytes = 0;
  #start = 0;

  /** @param flexible whether compact lengths and tagged fields are used. */
  constructor(flexible = false, initialBytes = 256) {
    this.flexible = flexible;
    this.#buffer = Buffer.allocUnsafe(initialBytes);
  }

  /** What has been written: a view, valid until the next write. */
  bytes(): Buffer {
    if (this.#chunks.length === 0) return this.#buffer.subarray(0, this.#length);
    return Buffer.concat(this.chunks());
  }

  /** The same in parts, without copying what was given to {@link reference}. */
  chunks(): Uint8Array[] {
    return [...this.#chunks, this.#buffer.subarray(this.#start, this.#length)];
  }

  /** Bytes written so far. */
  get size(): number {
    return this.#chunkBytes + this.#length - this.#start;
  }

  int8(value: number): void {
    const at = this.#grow(1);
    this.#buffer.writeInt8(value, at);
  }

  int16(value: number): void {
    const at = this.#grow(2);
    this.#buffer.writeInt16BE(value, at);
  }

  int32(value: number): void {
    const at = this.#grow(4);
    this.#buffer.writeInt32BE(value, at);
  }

  int64(value: bigint): void {
    const at = this.#grow(8);
    this.#buffer.writeBigInt64BE(value, at);
  }

  boolean(value: boolean): void {
    this.int8(value ? 1 : 0);
  }

  /** An unsigned varint (at most 32 bits), as compact lengths and tags are written. */
  unsignedVarint(value: number): void {
    let rest = value >>> 0;
    while (rest > 0x7f) {
      this.int8((((rest & 0x7f) | 0x80) << 24) >> 24);
      rest >>>= 7;
    }
    this.int8(rest);
  }

  string(value: string): void {
    this.nullableString(value);
  }

  nullableString(value: string | null): void {
    if (value === null) {
      if (this.flexible) this.unsignedVarint(0);
      else this.int16(-1);
      return;
    }
    const size = Buffer.byteLength(value);
    if (this.flexible) this.unsignedVarint(size + 1);
    else this.int16(size);
    const at = this.#grow(size);
    this.#buffer.write(value, at, 'utf8');
  }

  /** A length-prefixed byte field; `null` where the protocol allows it. */
  nullableBytes(value: Uint8Array | null): void {
    if (value === null) {
      if (this.flexible) this.unsignedVarint(0);
      else this.int32(-1);
      return;
    }
    if (this.flexible) this.unsignedVarint(value.byteLength + 1);
    else this.int32(value.byteLength);
    this.raw(value);
  }

  /** 16 bytes of a topic id or member id. */
  uuid(value: Uint8Array): void {
    this.raw(value.subarray(0, 16));
  }

  raw(value: Uint8Array): void {
    const at = this.#grow(value.byteLength);
    this.#buffer.set(value, at);
  }

  /** Raw bytes that are not copied: they must not change until they are sent. */
  reference(value: Uint8Array): void {
    const before = this.#buffer.subarray(this.#start, this.#length);
    this.#chunks.push(before, value);
    this.#chunkBytes += before.length + value.length;
    this.#start = this.#length;
  }

  /** An array; `null` means "all" or "none given" where the protocol says so. */
  array<T>(items: readonly T[] | null, write: (item: T) => void): void {
    if (items === null) {
      if (this.flexible) this.unsignedVarint(0);
      else this.int32(-1);
      return;
    }
    if (this.flexible) this.unsignedVarint(items.length + 1);
    else this.int32(items.length);
    for (const item of items) write(item);
  }

  /** The end of a structure: no tagged fields in a flexible version, nothing otherwise. */
  tags(): void {
    if (this.flexible) this.unsignedVarint(0);
  }

  #grow(size: number): number {
    const at = this.#length;
    const needed = at + size;
    if (needed > this.#buffer.length) {
      const larger = Buffer.allocUnsafe(Math.max(needed, this.#buffer.length * 2));
      this.#buffer.copy(larger, 0, 0, at);
      this.#buffer = larger;
    }
    this.#length = needed;
    return at;
  }
}
