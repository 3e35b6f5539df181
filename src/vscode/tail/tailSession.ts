import type { RecordBatch } from '../../core/record/recordBatch.ts';
import { RecordStore } from '../../core/record/recordStore.ts';
import type { RecordView } from '../../core/record/recordView.ts';
import type { RecordDecodings } from '../../core/serde/decoding.ts';
import type { RecordDetails } from '../../protocol/recordDetails.ts';
import type { FoundRow, TailChanged, TailTimes } from '../../protocol/tail.ts';
import type { TailRows } from '../../protocol/tailRow.ts';
import type { TailStatus } from '../../protocol/tailStatus.ts';
import type { RowRange } from '../../protocol/tailCopy.ts';
import type { ReadStarts } from '../../protocol/tailPageState.ts';
import { samePlan } from '../../protocol/samePlan.ts';
import type { PlainFilter, TailPlan } from '../../protocol/tailPlan.ts';
import type { TailView } from '../../protocol/tailView.ts';
import { heldRows, type HeldRows } from './rows/heldRows.ts';
import { RowFinder } from './rows/rowFinder.ts';
import { ShownRows } from './rows/shownRows.ts';
import { shownStatus } from './rows/shownStatus.ts';
import { shownTimes } from './rows/shownTimes.ts';
import type { RestoredRead, TailStartOptions } from './restoredRead.ts';
import { TailRead } from './tailRead.ts';
import type { TailReadOptions } from './tailReadOptions.ts';
import type { AwaitedRecord } from './tailReadStatus.ts';
import { recordDetails, tailRows } from './tailRows.ts';
import type { TailGroup } from './tailTarget.ts';

/** What a view needs; `changed` is called whenever something in {@link TailSession.status} did, perhaps for every batch. */
export interface TailSessionOptions extends Omit<TailReadOptions, 'batch'> {
  readonly budgetBytes: number;
  /** The record that `from: offset` names has arrived in this row. */
  readonly reveal: (row: number) => void;
}

/** One tail view's reading, without a page and without VS Code: the reader, its store, their state. */
export class TailSession {
  /** The paths of the fields that rows carry. */
  fields: readonly string[] = [];
  readonly #options: TailSessionOptions;
  readonly #store: RecordStore;
  readonly #shown: ShownRows;
  readonly #finder: RowFinder;
  readonly #read: TailRead;
  #epoch = Date.now();
  #startRow = 0;
  /** How often the records were forgotten. */
  #forgets = 0;
  /** What is to be revealed once it has been read. */
  #awaited: AwaitedRecord | undefined;
  /** Where the read of now was told to begin. */
  #starts: ReadStarts | undefined;
  /** How keys and values are decoded when they are looked at. */
  decodings: RecordDecodings = {};

  constructor(options: TailSessionOptions) {
    this.#options = options;
    this.#store = new RecordStore(options.budgetBytes);
    this.#shown = new ShownRows(this.#store, {
      changed: options.changed,
      switched: () => {
        this.#epoch += 1;
        options.changed();
      },
      reveal: options.reveal,
    });
    this.#finder = new RowFinder(this.#store, this.#shown);
    this.#read = new TailRead({ ...options, batch: (batch) => this.#take(batch) });
  }

  /** What is being read and how far that is; it is started, cleared and stopped by the session. */
  get read(): Pick<TailRead, 'plan' | 'span' | 'bootstrapServers' | 'goOn' | 'scanOn' | 'pause'> {
    return this.#read;
  }

  /** A row number means the same record for one epoch. */
  get epoch(): number {
    return this.#epoch;
  }

  /** The oldest row that is shown. */
  get firstRow(): number {
    return this.#shown.firstRow;
  }

  /** The row that the next record will get, if it is shown. */
  get endRow(): number {
    return this.#shown.endRow;
  }

  /** Shows other rows of what is loaded. @param selected a row of now whose record stays in view */
  async view(view: TailView, selected: number | undefined): Promise<TailStatus> {
    await this.#shown.show(view, selected);
    return this.status();
  }

  /** The nearest shown row for whose record the filter holds, as {@link RowFinder.find}. */
  find(
    filter: PlainFilter,
    from: { readonly row: number; readonly backwards: boolean },
    signal: AbortSignal,
  ): Promise<FoundRow> {
    return this.#finder.find(filter, from, signal);
  }

  /**
   * Reads what `plan` says; what was read before is forgotten.
   *
   * @param awaited a record to reveal once it has been read; without it that of a plan that starts at one
   */
  start(
    plan: TailPlan & { readonly group?: TailGroup },
    awaited: AwaitedRecord | undefined = plan.from.kind === 'offset' ? plan.from : undefined,
    { starts, unfiltered = false }: TailStartOptions = {},
  ): void {
    this.#forget(unfiltered);
    this.#awaited = awaited;
    this.#starts = starts;
    this.#read.start(plan, starts);
  }

  /** Where a read of that plan was to begin, if it is the one of now and could not: who tries again means that. */
  unbegun(plan: TailPlan): Pick<RestoredRead, 'place' | 'starts'> | undefined {
    if (this.#read.begun || !samePlan(plan, this.#read.plan)) return undefined;
    return {
      ...(this.#awaited && { place: this.#awaited }),
      ...(this.#starts && { starts: this.#starts }),
    };
  }

  clear(): void {
    this.#read.clear();
    this.#forget(false);
    this.#options.changed();
  }

  #forget(unfiltered: boolean): void {
    this.#forgets += 1;
    this.#shown.restart(unfiltered);
    this.#store.clear();
    this.#startRow = this.#store.endRow;
    this.#epoch += 1;
  }

  /** Ends reading and closes its connections; the rows stay. */
  stop(): void {
    this.#read.stop();
  }

  rows(first: number, count: number): TailRows {
    const { t } = this.#options;
    const rows = tailRows(this.#shown, this.#store, first, count, this, t);
    return { epoch: this.#epoch, ...rows };
  }

  /** How many of the loaded records lie where in time, and how many of those the view's filter shows. */
  times(signal: AbortSignal): Promise<TailTimes> {
    return shownTimes(this.#shown, this.#store, signal);
  }

  record(row: number): RecordView | undefined {
    const at = this.#shown.stored(row);
    const stored = at === undefined ? undefined : this.#store.row(at);
    return stored?.kind === 'record' ? stored.record : undefined;
  }

  /** The rows that are shown now, or those of them that are named, for who needs time to take them all. */
  held(ranges?: readonly RowRange[]): HeldRows {
    const forgets = this.#forgets;
    const forgotten = () => forgets !== this.#forgets;
    return heldRows(this.#shown, this.#store, forgotten, this.#options.t, ranges);
  }

  /** The batch of a row's record, and which of its records it is. */
  place(row: number): { readonly batch: RecordBatch; readonly index: number } | undefined {
    const stored = this.#shown.stored(row);
    const found = stored === undefined ? undefined : this.#store.batchAt(stored);
    if (stored === undefined || found === undefined || found.batch.count === 0) return undefined;
    return { batch: found.batch, index: stored - found.firstRow };
  }

  details(row: number, decodings = this.decodings): RecordDetails | undefined {
    const record = this.record(row);
    return record === undefined ? undefined : recordDetails(record, decodings);
  }

  status(): TailStatus {
    const { t, locale } = this.#options;
    const { place, starts } = this.unbegun(this.#read.plan) ?? {};
    const { topic } = this.#options.target;
    return {
      ...this.#read.status(this.#awaited),
      ...((place ?? starts) && {
        unbegun: { ...(place && { place: { topic, ...place } }), ...(starts && { starts }) },
      }),
      ...shownStatus(this.#shown, this.#store, this.#startRow, t, locale),
      epoch: this.#epoch,
      storedBytes: this.#store.storedBytes,
      budgetBytes: this.#options.budgetBytes,
    };
  }

  /** The state, and the newest rows with it. @param newest how many of them; none for 0 */
  changed(newest: number): TailChanged {
    const status = this.status();
    if (newest === 0) return status;
    return { ...status, newest: this.rows(Math.max(0, status.endRow - newest), newest) };
  }

  #take(batch: RecordBatch): void {
    this.#store.append(batch);
    this.#shown.arrived();
    if (this.#awaited !== undefined) {
      const { topic = batch.topic, partition, offset } = this.#awaited;
      const row = this.#store.find(topic, partition, BigInt(offset));
      if (row !== undefined) {
        this.#awaited = undefined;
        this.#shown.reveal(row);
      }
    }
    this.#options.changed();
  }

  dispose(): void {
    this.#forgets += 1;
    this.#read.dispose();
    this.#shown.dispose();
    this.#finder.dispose();
    this.#store.clear();
  }
}
