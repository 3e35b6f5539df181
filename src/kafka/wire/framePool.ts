import { Buffer } from 'node:buffer';

/** Free memory that is kept: two answers of each of a few brokers. */
const keptFrames = 8;

/**
 * Memory for large answers that is used again: getting it new for every few megabytes, touched page by page, costs a
 * sixth of a whole scan. Whoever has looked through an answer gives its memory back.
 */
export class FramePool {
  readonly #frameBytes: number;
  readonly #lent = new WeakSet<ArrayBufferLike>();
  #free: ArrayBufferLike[] = [];

  /** @param frameBytes the length of each piece; longer answers get memory of their own */
  constructor(frameBytes: number) {
    this.#frameBytes = frameBytes;
  }

  /** Memory for an answer of `length` bytes; nobody else writes into it until it is given back. */
  take(length: number): Buffer {
    if (length > this.#frameBytes) return Buffer.allocUnsafeSlow(length);
    const memory = this.#free.pop() ?? Buffer.allocUnsafeSlow(this.#frameBytes).buffer;
    this.#lent.add(memory);
    return Buffer.from(memory, 0, length);
  }

  /** Takes back the memory of an answer that nobody looks at any more; ignores what is not from here. */
  giveBack(memory: ArrayBufferLike): void {
    if (this.#lent.delete(memory) && this.#free.length < keptFrames) this.#free.push(memory);
  }

  /** Lets go of what is not in use. */
  clear(): void {
    this.#free = [];
  }
}
