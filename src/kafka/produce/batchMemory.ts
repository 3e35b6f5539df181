/** Enough for all batches that wait, are collected or are on their way. */
const mostKept = 16;
/** That of a record far above the size of a batch is not kept. */
const mostBytes = 1_500_000;

/**
 * The memory of batches that are written, for those that follow: new memory for every megabyte is cleared first,
 * and lies about until the next large collection of garbage.
 */
export class BatchMemory {
  readonly #free: Uint8Array<ArrayBuffer>[] = [];

  /** Memory to write into, whatever it holds; undefined while there is none. */
  take(): Uint8Array<ArrayBuffer> | undefined {
    return this.#free.pop();
  }

  /** Takes memory that nobody reads any more. */
  give(bytes: Uint8Array<ArrayBuffer>): void {
    if (this.#free.length < mostKept && bytes.length <= mostBytes) this.#free.push(bytes);
  }
}
