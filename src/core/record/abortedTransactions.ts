import type { RecordBatch } from './recordBatch.ts';

/** One aborted transaction as a Fetch response at `read_committed` lists it. */
export interface AbortedTransaction {
  readonly producerId: bigint;
  readonly firstOffset: bigint;
}

/** What decides whether a batch belongs to an aborted transaction. */
export type TransactionFacts = Pick<
  RecordBatch,
  'lastOffset' | 'producerId' | 'transactional' | 'control'
>;

/**
 * Tells which batches of one Fetch response belong to aborted transactions. The broker lists every aborted
 * transaction that overlaps the response, also where its marker lies behind it; ask in offset order.
 */
export class AbortedTransactions {
  readonly #ahead: AbortedTransaction[];
  readonly #open = new Set<bigint>();

  constructor(listed: readonly AbortedTransaction[]) {
    this.#ahead = [...listed].sort((a, b) =>
      a.firstOffset < b.firstOffset ? -1 : a.firstOffset > b.firstOffset ? 1 : 0,
    );
  }

  /** True for a batch that `read_committed` must not show. */
  hides(batch: TransactionFacts): boolean {
    for (let next = this.#ahead[0]; next && next.firstOffset <= batch.lastOffset;) {
      this.#open.add(next.producerId);
      this.#ahead.shift();
      next = this.#ahead[0];
    }
    const { producerId } = batch;
    if (producerId === undefined || !batch.transactional) return false;
    if (batch.control) {
      // A producer's marker ends its transaction: an abort marker the aborted one, and a producer has one
      // open at a time.
      this.#open.delete(producerId);
      return false;
    }
    return this.#open.has(producerId);
  }
}
