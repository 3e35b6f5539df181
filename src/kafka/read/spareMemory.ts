/** More than a few batches are never expanded at once. */
const keptPieces = 8;
/** A huge batch comes alone: its memory is not worth keeping. */
const largestPieceBytes = 4 * 1024 * 1024;

/** Memory of batches that were looked through, for the next ones: new memory costs as much as decompressing into it. */
export class SpareMemory {
  #pieces: ArrayBuffer[] = [];

  /** At least `length` bytes (exactly so many where none are at hand), with whatever stood there. */
  take(length: number): Uint8Array<ArrayBuffer> {
    const fitting = this.#pieces.findIndex(({ byteLength }) => byteLength >= length);
    const piece = this.#pieces[fitting];
    if (piece === undefined) return new Uint8Array(length);
    this.#pieces.splice(fitting, 1);
    return new Uint8Array(piece, 0, length);
  }

  /** Takes memory that nobody looks at any more. */
  give(memory: ArrayBuffer): void {
    if (memory.byteLength > largestPieceBytes) return;
    this.#pieces.push(memory);
    if (this.#pieces.length > keptPieces) this.#pieces.shift();
  }

  /** All that is at hand, to be moved to another thread. */
  takeAll(): ArrayBuffer[] {
    const all = this.#pieces;
    this.#pieces = [];
    return all;
  }
}
