import { KafkaError } from '../../core/kafkaError.ts';

/**
 * Reads a response body in Kafka's wire types, bounds-checked: what is cut short or nonsensical throws a
 * `KafkaError('notKafka')`, never a RangeError. Byte fields come back as views of the response, not copies.
 */
export class Reader {
  readonly flexible: boolean;
  readonly #buffer: Buffer;
  #at = 0;

  /** @param flexible whether compact lengths and tagged fields (KIP-482) are used. */
  constructor(buffer: Buffer, flexible = false) {
    this.#buffer = buffer;
    this.flexible = flexible;
  }

  /** Bytes not yet read. */
  get remaining(): number {
    return this.#buffer.length - this.#at;
  }

  int8(): number {
    return this.#buffer.readInt8(this.#take(1));
  }

  int16(): number {
    return this.#buffer.readInt16BE(this.#take(2));
  }

  int32(): number {
    return this.#buffer.readInt32BE(this.#take(4));
  }

  int64(): bigint {
    return this.#buffer.readBigInt64BE(this.#take(8));
  }

  boolean(): boolean {
    return this.int8() !== 0;
  }

  unsignedVarint(): number {
    let value = 0;
    for (let shift = 0; shift < 35; shift += 7) {
      const byte = this.#buffer.readUInt8(this.#take(1));
      value += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) return value;
    }
    throw this.#broken('a number that does not end');
  }

  string(): string {
    return this.nullableString() ?? '';
  }

  nullableString(): string | null {
    const size = this.flexible ? this.unsignedVarint() - 1 : this.int16();
    if (size < 0) return null;
    const at = this.#take(size);
    return this.#buffer.toString('utf8', at, at + size);
  }

  /** A view of the response's bytes. */
  nullableBytes(): Buffer | null {
    const size = this.flexible ? this.unsignedVarint() - 1 : this.int32();
    return size < 0 ? null : this.raw(size);
  }

  /** A view of the next `size` bytes. */
  raw(size: number): Buffer {
    const at = this.#take(size);
    return this.#buffer.subarray(at, at + size);
  }

  /** The 16 bytes of an id as Kafka prints it (URL-safe base64), `undefined` for the zero id. */
  uuid(): string | undefined {
    const bytes = this.raw(16);
    return bytes.every((byte) => byte === 0) ? undefined : bytes.toString('base64url');
  }

  /** An array; a null one reads as empty. */
  array<T>(read: () => T): T[] {
    return this.nullableArray(read) ?? [];
  }

  nullableArray<T>(read: () => T): T[] | null {
    const count = this.flexible ? this.unsignedVarint() - 1 : this.int32();
    if (count < 0) return null;
    if (count > this.remaining) throw this.#broken(`an array of ${count} items`);
    const items: T[] = [];
    for (let index = 0; index < count; index++) items.push(read());
    return items;
  }

  /** The end of a structure: hands each tagged field to `read`, skips the unknown ones. */
  tags(read?: (tag: number, field: Reader) => void): void {
    if (!this.flexible) return;
    const count = this.unsignedVarint();
    for (let index = 0; index < count; index++) {
      const tag = this.unsignedVarint();
      const field = this.raw(this.unsignedVarint());
      read?.(tag, new Reader(field, true));
    }
  }

  #take(size: number): number {
    const at = this.#at;
    if (size < 0 || size > this.#buffer.length - at) throw this.#broken(`${size} more bytes`);
    this.#at = at + size;
    return at;
  }

  #broken(what: string): KafkaError {
    return new KafkaError(
      'notKafka',
      `The answer has ${what} announced at byte ${this.#at} of ${this.#buffer.length}`,
    );
  }
}
