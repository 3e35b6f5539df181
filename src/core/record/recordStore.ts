import type { TimeCounts } from '../../protocol/timeCounts.ts';
import { KafkaError } from '../kafkaError.ts';
import { BatchList } from './batchList.ts';
import { TimeHistogram } from './timeHistogram.ts';
import type { RecordBatch } from './recordBatch.ts';
import type { RecordView } from './recordView.ts';

/** What a row of the store holds: a record, or the batch that could not be shown and why. */
export type StoreRow =
  | { readonly kind: 'record'; readonly record: RecordView }
  | { readonly kind: 'error'; readonly batch: RecordBatch; readonly error: KafkaError };

/** What the objects around a batch cost, so that a million batches of one record are counted honestly. */
const overheadBytes = 600;

/**
 * The records of one read, up to a number of bytes; the oldest batches leave first. Rows are numbered from 0
 * in arrival order, a number is never used twice. Appending costs nothing that grows with the store, and a
 * million records are views over their batches, not a million objects.
 */
export class RecordStore {
  readonly #budgetBytes: number;
  #all = new BatchList();
  /** By topic and partition: offsets rise within one only. */
  #logs = new Map<string, BatchList>();
  #endRow = 0;
  #storedBytes = 0;
  #times = new TimeHistogram();

  /** @param budgetBytes what may be held; the newest batch stays even if it alone is larger */
  constructor(budgetBytes: number) {
    this.#budgetBytes = budgetBytes;
  }

  get budgetBytes(): number {
    return this.#budgetBytes;
  }

  /** The oldest row that is still there: what is before it has left. Equals `endRow` when nothing is there. */
  get firstRow(): number {
    return this.#all.rows[this.#all.head] ?? this.#endRow;
  }

  /** The row that the next record will get. */
  get endRow(): number {
    return this.#endRow;
  }

  /** Bytes that the batches cost, the objects around them included. */
  get storedBytes(): number {
    return this.#storedBytes;
  }

  /** How many of the records that are held lie where in time. */
  get times(): TimeCounts {
    return this.#times.counts;
  }

  /** Adds a batch: a row per record, one row for a corrupt batch, none where there is nothing to show. */
  append(batch: RecordBatch): void {
    const rows = rowsOf(batch);
    if (rows === 0) return;
    const log = logOf(batch.topic, batch.partition);
    let own = this.#logs.get(log);
    if (own === undefined) this.#logs.set(log, (own = new BatchList()));
    this.#all.push(batch, this.#endRow);
    own.push(batch, this.#endRow);
    this.#endRow += rows;
    this.#storedBytes += batch.sizeBytes + overheadBytes;
    this.#times.add(batch);
    while (this.#storedBytes > this.#budgetBytes && this.#all.batches.length - this.#all.head > 1) {
      this.#drop();
    }
  }

  /** What row `row` holds; `undefined` where it has left or does not exist yet. */
  row(row: number): StoreRow | undefined {
    const found = this.batchAt(row);
    if (found === undefined) return undefined;
    const { batch, firstRow } = found;
    if (batch.corrupt !== undefined) return { kind: 'error', batch, error: batch.corrupt };
    try {
      return { kind: 'record', record: batch.record(row - firstRow) };
    } catch (error) {
      if (!(error instanceof KafkaError)) throw error;
      return { kind: 'error', batch, error };
    }
  }

  /** The batch that row `row` is of, and that batch's first row; `undefined` as with `row`. */
  batchAt(row: number): { readonly batch: RecordBatch; readonly firstRow: number } | undefined {
    if (row < this.firstRow || row >= this.#endRow) return undefined;
    const index = this.#all.last((at) => (this.#all.rows[at] ?? 0) <= row);
    const batch = this.#all.batches[index];
    return batch && { batch, firstRow: this.#all.rows[index] ?? 0 };
  }

  /** The row of the record at exactly that offset; `undefined` when it is not there. */
  find(topic: string, partition: number, offset: bigint): number | undefined {
    const list = this.#logs.get(logOf(topic, partition));
    if (list === undefined) return undefined;
    const nearest = list.last((at) => (list.batches[at]?.baseOffset ?? 0n) <= offset);
    // Parts that a batch was cut into stand for the same offsets, all of them.
    for (let index = nearest; index >= list.head; index--) {
      const batch = list.batches[index];
      const first = list.rows[index];
      if (batch === undefined || first === undefined || offset > batch.lastOffset) break;
      if (batch.corrupt !== undefined) return first;
      const at = placeIn(batch, offset);
      if (at !== undefined) return first + at;
    }
    return undefined;
  }

  /** Forgets every record; row numbers go on where they were. */
  clear(): void {
    this.#all = new BatchList();
    this.#logs = new Map();
    this.#storedBytes = 0;
    this.#times = new TimeHistogram();
  }

  #drop(): void {
    const batch = this.#all.shift();
    if (batch === undefined) return;
    this.#storedBytes -= batch.sizeBytes + overheadBytes;
    this.#times.remove(batch);
    // The oldest batch of all is the oldest of its partition, too.
    this.#logs.get(logOf(batch.topic, batch.partition))?.shift();
  }
}

function logOf(topic: string, partition: number): string {
  return `${partition}/${topic}`;
}

/** Which record of a batch has that offset; `undefined` for none. */
function placeIn(batch: RecordBatch, offset: bigint): number | undefined {
  try {
    const at = batch.indexOf(offset);
    return at < batch.count && batch.record(at).offset === offset ? at : undefined;
  } catch (error) {
    if (!(error instanceof KafkaError)) throw error;
    return undefined;
  }
}

function rowsOf(batch: RecordBatch): number {
  return batch.corrupt === undefined ? batch.count : 1;
}
