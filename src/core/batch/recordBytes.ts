/** A record to write into a batch. Header order and repeated names are kept; `null` is not the same as empty. */
export interface RecordToEncode {
  readonly key: Uint8Array | null;
  readonly value: Uint8Array | null;
  readonly headers?: readonly (readonly [name: string, value: Uint8Array | null])[] | undefined;
}

/** Header names in UTF-8, encoded once for as long as records keep coming. */
export class HeaderNames {
  readonly #encoder = new TextEncoder();
  readonly #known = new Map<string, Uint8Array>();

  /** The bytes of a header's name. */
  of(name: string): Uint8Array {
    const known = this.#known.get(name);
    if (known) return known;
    const bytes = this.#encoder.encode(name);
    // Names made up per record would otherwise pile up.
    if (this.#known.size >= 1000) this.#known.clear();
    this.#known.set(name, bytes);
    return bytes;
  }
}

/** Bytes that a zigzag varint takes, for a 32-bit number. */
export function varintBytes(value: number): number {
  const bits = zigzag(value);
  if (bits < 0x80) return 1;
  if (bits < 0x4000) return 2;
  if (bits < 0x200000) return 3;
  return bits < 0x10000000 ? 4 : 5;
}

/** Zigzag of a 32-bit number, as an unsigned one. */
export function zigzag(value: number): number {
  return ((value << 1) ^ (value >> 31)) >>> 0;
}

/** Bytes of a length-prefixed field; −1 stands for null. */
export function fieldBytes(field: Uint8Array | null): number {
  return field === null ? 1 : varintBytes(field.length) + field.length;
}
