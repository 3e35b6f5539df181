const smallest = 1024;

/**
 * Rows of the store in rising order: added at the end, forgotten at the front. Each keeps its index for good,
 * counted from 0, whatever was forgotten before it. Eight bytes a row.
 */
export class RowNumbers {
  #rows = new Float64Array(smallest);
  /** The index of what lies first in `#rows`. */
  #base = 0;
  #end = 0;

  /** One past the last index. */
  get end(): number {
    return this.#end;
  }

  /** The row at an index; `undefined` where there is none or it was forgotten. */
  at(index: number): number | undefined {
    return index >= this.#end ? undefined : this.#rows[index - this.#base];
  }

  /** Adds a row that is behind all others. */
  push(row: number): void {
    if (this.#end - this.#base === this.#rows.length) {
      const larger = new Float64Array(this.#rows.length * 2);
      larger.set(this.#rows);
      this.#rows = larger;
    }
    this.#rows[this.#end++ - this.#base] = row;
  }

  /** The index of the first row that is `row` or behind it; `end` where all are before it. */
  indexOf(row: number): number {
    let low = this.#base;
    let high = this.#end;
    while (low < high) {
      const middle = low + Math.floor((high - low) / 2);
      if ((this.#rows[middle - this.#base] ?? 0) < row) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Whether `row` is one of them. */
  has(row: number): boolean {
    return this.at(this.indexOf(row)) === row;
  }

  /** Gives back the memory of what is before `row`, now and then. */
  forgetBefore(row: number): void {
    const kept = this.indexOf(row);
    const gone = kept - this.#base;
    if (gone < smallest || gone * 2 < this.#end - this.#base) return;
    const held = this.#rows.subarray(gone, this.#end - this.#base);
    this.#rows = new Float64Array(Math.max(smallest, held.length * 2));
    this.#rows.set(held);
    this.#base = kept;
  }
}
