import type { RecordBatch } from './recordBatch.ts';

/** Batches in arrival order with the row that each begins at: added at the end, dropped at the front. */
export class BatchList {
  /** From `head` on; `undefined` before it. */
  batches: (RecordBatch | undefined)[] = [];
  rows: number[] = [];
  head = 0;

  /** Adds a batch whose first record is `row`. */
  push(batch: RecordBatch, row: number): void {
    this.batches.push(batch);
    this.rows.push(row);
  }

  /** Takes the oldest batch away; the memory of what has left is given back now and then. */
  shift(): RecordBatch | undefined {
    const batch = this.batches[this.head];
    this.batches[this.head++] = undefined;
    if (this.head > 1024 && this.head * 2 > this.batches.length) {
      this.batches = this.batches.slice(this.head);
      this.rows = this.rows.slice(this.head);
      this.head = 0;
    }
    return batch;
  }

  /** Index of the last entry for which `notAfter` holds (it holds for a beginning of the list); −1 for none. */
  last(notAfter: (index: number) => boolean): number {
    let low = this.head;
    let high = this.batches.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (notAfter(middle)) low = middle + 1;
      else high = middle;
    }
    return low - 1 < this.head ? -1 : low - 1;
  }
}
