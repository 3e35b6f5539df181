import type { DecodeProblem } from '../decoder.ts';

/** Ends the decoding of bytes that are not of a format; never leaves its decoder. */
export class NotOfFormat extends Error {
  readonly problem: DecodeProblem;

  constructor(problem: DecodeProblem) {
    super(problem.kind);
    this.problem = problem;
  }
}

/** Reads big-endian numbers and runs of bytes one after the other; throws `NotOfFormat` at the end. */
export class ByteReader {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  get at(): number {
    return this.#at;
  }

  get left(): number {
    return this.#bytes.length - this.#at;
  }

  uint8(): number {
    return this.#view.getUint8(this.#skip(1));
  }

  /** The next byte, not taken. */
  peek(): number {
    this.#need(1);
    return this.#view.getUint8(this.#at);
  }

  /** An unsigned number of 1, 2, 4 or 8 bytes. */
  unsigned(size: number): bigint {
    const at = this.#skip(size);
    if (size === 8) return this.#view.getBigUint64(at);
    if (size === 4) return BigInt(this.#view.getUint32(at));
    return BigInt(size === 2 ? this.#view.getUint16(at) : this.#view.getUint8(at));
  }

  float32(): number {
    return this.#view.getFloat32(this.#skip(4));
  }

  float64(): number {
    return this.#view.getFloat64(this.#skip(8));
  }

  /** So many bytes, as a view. */
  run(length: bigint | number): Uint8Array {
    if (length > this.left) throw new NotOfFormat({ kind: 'endsEarly', at: this.#bytes.length });
    const at = this.#skip(Number(length));
    return this.#bytes.subarray(at, this.#at);
  }

  #skip(size: number): number {
    this.#need(size);
    const at = this.#at;
    this.#at += size;
    return at;
  }

  #need(size: number): void {
    if (size > this.left) throw new NotOfFormat({ kind: 'endsEarly', at: this.#bytes.length });
  }
}
