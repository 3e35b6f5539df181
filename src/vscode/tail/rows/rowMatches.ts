import type { RecordFilter } from '../../../core/filter/recordFilter.ts';
import { isAbort } from '../../../core/kafkaError.ts';
import type { RecordStore } from '../../../core/record/recordStore.ts';
import {
  BatchFilter,
  type FilterFailures,
  type RecordIndexes,
} from '../../../kafka/read/batchFilter.ts';
import { Turns } from '../../../kafka/read/turns.ts';
import { RowNumbers } from './rowNumbers.ts';

/** So long the extension host is kept busy at a stretch, in ms. */
const sliceMs = 5;
/** So many batches are with the worker at once. */
const askedAhead = 8;

export interface RowMatchesOptions {
  /** More rows were looked at; called often. */
  readonly changed: () => void;
  /** Batches that cannot be read count as found, so that they are not overlooked. */
  readonly unreadable: boolean;
}

interface Asked {
  readonly firstRow: number;
  readonly endRow: number;
  readonly indexes: RecordIndexes | Promise<RecordIndexes>;
}

/**
 * The rows of a store for whose records a filter holds: found batch by batch, over raw bytes, and further ones as
 * they arrive.
 */
export class RowMatches {
  readonly rows = new RowNumbers();
  readonly #store: RecordStore;
  readonly #filter: RecordFilter;
  readonly #options: RowMatchesOptions;
  readonly #turns = new Turns(sliceMs);
  #open: BatchFilter | undefined;
  /** Rows before it have been looked at. */
  #lookedTo: number;
  #work: Promise<void> | undefined;
  #failure: unknown;
  #closed = false;

  constructor(store: RecordStore, filter: RecordFilter, options: RowMatchesOptions) {
    this.#store = store;
    this.#filter = filter;
    this.#options = options;
    this.#lookedTo = store.firstRow;
  }

  /** Every row that is held has been looked at. */
  get complete(): boolean {
    return this.#lookedTo >= this.#store.endRow;
  }

  /** Why looking had to end: the filter is not valid, or hung. */
  get failure(): unknown {
    return this.#failure;
  }

  /** Records on which an expression failed. */
  get failures(): FilterFailures | undefined {
    return this.#open?.failures;
  }

  /** Looks at what is held and was not looked at yet; settles when that is done, or has failed. */
  look(): Promise<void> {
    if (this.#closed || this.#failure !== undefined) return Promise.resolve();
    this.#work ??= this.#look().finally(() => {
      this.#work = undefined;
      // What arrived after the last glance was told to a look that saw no more of it.
      return this.complete ? undefined : this.look();
    });
    return this.#work;
  }

  close(): void {
    this.#closed = true;
    this.#open?.close();
  }

  async #look(): Promise<void> {
    try {
      this.#open ??= await BatchFilter.open(this.#filter);
      if (this.#closed) this.#open.close();
      this.#turns.begin();
      const asked: Asked[] = [];
      for (let at = this.#lookedTo; !this.#closed;) {
        const turn = this.#turns.next();
        if (turn !== undefined) await turn;
        const next = this.#ask(this.#open, at);
        if (next === undefined && asked.length === 0) break;
        if (next !== undefined) {
          at = next.endRow;
          asked.push(next);
        }
        let full = next === undefined || asked.length >= askedAhead;
        for (let first = asked[0]; first !== undefined; first = asked[0]) {
          if (!full && first.indexes instanceof Promise) break;
          const { indexes } = first;
          this.#take(first, indexes instanceof Promise ? await indexes : indexes);
          asked.shift();
          full = next === undefined;
        }
      }
      this.#lookedTo = Math.max(this.#lookedTo, this.#store.firstRow);
    } catch (error) {
      if (this.#closed || isAbort(error)) return;
      this.#failure = error;
      this.#open?.close();
      this.#options.changed();
    }
  }

  #ask(filter: BatchFilter, row: number): Asked | undefined {
    const from = Math.max(row, this.#store.firstRow);
    const found = this.#store.batchAt(from);
    if (found === undefined) return undefined;
    const { batch, firstRow } = found;
    const unreadable = this.#options.unreadable ? [0] : [];
    const indexes = batch.corrupt === undefined ? filter.indexes(batch) : unreadable;
    // It is awaited later; until then its rejection is nobody's.
    if (indexes instanceof Promise) indexes.catch(() => undefined);
    return { firstRow, endRow: firstRow + Math.max(1, batch.count), indexes };
  }

  #take({ firstRow, endRow }: Asked, indexes: RecordIndexes): void {
    for (const index of indexes) this.rows.push(firstRow + index);
    this.rows.forgetBefore(this.#store.firstRow);
    this.#lookedTo = endRow;
    this.#options.changed();
  }
}
