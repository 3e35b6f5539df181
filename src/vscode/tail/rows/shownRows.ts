import type { RecordStore } from '../../../core/record/recordStore.ts';
import type { TailView } from '../../../protocol/tailView.ts';
import { filterTerm } from '../filterTerm.ts';
import { RowMatches } from './rowMatches.ts';
import { sortedRows, type SortedRows } from './sortedRows.ts';

/** So long a filter has, before what it found so far is shown, in ms. */
const patienceMs = 250;

/** What is told about the rows. */
export interface ShownRowsEvents {
  /** There are more, or something is known that was not. */
  changed(): void;
  /** From now on every row means something else. */
  switched(): void;
  /** The record that was selected before is shown in this row. */
  reveal(row: number): void;
}

/**
 * The rows that the page sees, numbered from 0: all of the store's, with the store's numbers, those that a filter
 * keeps, or either in another order, as they were when it was asked for. A number means the same record as long as the view is not changed.
 */
export class ShownRows {
  readonly #store: RecordStore;
  readonly #events: ShownRowsEvents;
  #view: TailView = {};
  #matches: RowMatches | undefined;
  /** Views asked for so far: of two that are made ready at once the later one counts. */
  #asked = 0;
  /** How often the records were forgotten. */
  #restarts = 0;
  /** The store's row that was selected when the view was changed. */
  #anchor: number | undefined;
  #sorted: SortedRows | undefined;
  /** Where a sorted view shows it: found once, as that is a search. */
  #anchorRow: number | undefined;
  #lifted = false;

  constructor(store: RecordStore, events: ShownRowsEvents) {
    this.#store = store;
    this.#events = events;
  }

  get view(): TailView {
    return this.#view;
  }

  /** A filter was taken away, as it would have hidden a record that was to be shown, or those around it. */
  get lifted(): boolean {
    return this.#lifted;
  }

  /** What the filter has found; undefined without one. */
  get matches(): RowMatches | undefined {
    return this.#matches;
  }

  /** The oldest row that is there. */
  get firstRow(): number {
    if (this.#sorted !== undefined) return 0;
    return this.#matches?.rows.indexOf(this.#store.firstRow) ?? this.#store.firstRow;
  }

  /** One past the newest row. */
  get endRow(): number {
    return this.#sorted?.rows.length ?? this.#matches?.rows.end ?? this.#store.endRow;
  }

  /** The store's number of a row; undefined where there is no such row. */
  stored(row: number): number | undefined {
    if (this.#sorted !== undefined) return this.#sorted.rows[row];
    return this.#matches === undefined ? row : this.#matches.rows.at(row);
  }

  /** {@link stored} as it is now, whatever is shown later. */
  storedNow(): (row: number) => number | undefined {
    const sorted = this.#sorted?.rows;
    const matches = this.#matches?.rows;
    if (sorted !== undefined) return (row) => sorted[row];
    return (row) => (matches === undefined ? row : matches.at(row));
  }

  /** The row that shows the store's row of that number; undefined where it is not shown. */
  shown(stored: number): number | undefined {
    const { firstRow, endRow } = this.#store;
    if (stored < firstRow || stored >= endRow) return undefined;
    if (this.#sorted !== undefined) {
      const row = this.#sorted.rows.indexOf(stored);
      return row < 0 ? undefined : row;
    }
    if (this.#matches === undefined) return stored;
    const row = this.#matches.rows.indexOf(stored);
    return this.#matches.rows.at(row) === stored ? row : undefined;
  }

  /** Of a sorted view: how many records that would be shown have arrived since. */
  get newer(): number | undefined {
    if (this.#sorted === undefined) return undefined;
    const { upTo } = this.#sorted;
    const rows = this.#matches?.rows;
    return rows === undefined ? this.#store.endRow - upTo : rows.end - rows.indexOf(upTo);
  }

  /** More records have arrived. */
  arrived(): void {
    void this.#matches?.look();
  }

  /** The row, as rows are counted now, of the record that was selected when the view was changed. */
  get anchor(): number | undefined {
    if (this.#sorted !== undefined) return this.#anchorRow;
    return this.#anchor === undefined ? undefined : this.shown(this.#anchor);
  }

  /**
   * Shows another view. What matches is looked for first, for as long as nobody minds waiting.
   *
   * @param selected the row of now whose record should stay in view
   */
  show(view: TailView, selected: number | undefined): Promise<void> {
    const anchor = selected === undefined ? undefined : this.stored(selected);
    return this.#show(view, anchor, false);
  }

  /** Tells where the store's row of that number is shown; a filter that hides it is taken away. */
  reveal(stored: number): void {
    const row = this.shown(stored);
    if (row !== undefined) this.#events.reveal(row);
    else if (this.#matches !== undefined) void this.#unhide(stored, this.#matches);
  }

  async #unhide(stored: number, matches: RowMatches): Promise<void> {
    await matches.look();
    // Who has chosen another view meanwhile wants to see that.
    if (this.#matches !== matches) return;
    const { order } = this.#view;
    if (this.shown(stored) === undefined)
      await this.#show({ ...(order && { order }) }, stored, true);
    const row = this.shown(stored);
    if (row !== undefined) this.#events.reveal(row);
  }

  async #show(view: TailView, anchor: number | undefined, lifted: boolean): Promise<void> {
    const asked = ++this.#asked;
    const restarts = this.#restarts;
    const { filter } = view;
    const matches =
      filter &&
      new RowMatches(this.#store, [filterTerm(filter)], {
        changed: () => this.#events.changed(),
        unreadable: true,
      });
    const looked = matches?.look();
    if (looked !== undefined) await (view.order ? looked : within(patienceMs, looked));
    const inOrder = view.order && (await sortedRows(this.#store, matches?.rows, view.order));
    // What was sorted may be gone: what comes now is shown as it arrives.
    const sorted = restarts === this.#restarts ? inOrder : undefined;
    if (asked !== this.#asked) {
      matches?.close();
      return;
    }
    this.#matches?.close();
    this.#matches = matches;
    this.#view = inOrder === sorted ? view : { ...(filter && { filter }) };
    this.#lifted = lifted;
    this.#sorted = sorted;
    this.#anchor = anchor;
    this.#anchorRow = sorted && anchor !== undefined ? this.shown(anchor) : undefined;
    this.#events.switched();
    if (anchor === undefined || this.anchor !== undefined) return;
    void looked?.then(() => {
      const row = this.#matches === matches ? this.anchor : undefined;
      if (row !== undefined) this.#events.reveal(row);
    });
  }

  /**
   * The records are being forgotten: those that come now are shown in arrival order.
   *
   * @param unfiltered all of them, whatever the filter says
   */
  restart(unfiltered: boolean): void {
    const { filter } = this.#view;
    this.#restarts++;
    this.#sorted = undefined;
    this.#lifted = unfiltered && filter !== undefined;
    this.#view = unfiltered ? {} : { ...(filter && { filter }) };
    if (unfiltered) this.#close();
  }

  dispose(): void {
    this.#close();
  }

  #close(): void {
    this.#asked++;
    this.#matches?.close();
    this.#matches = undefined;
  }
}

async function within(ms: number, work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise((resolve) => (timer = setTimeout(resolve, ms)));
  await Promise.race([work, over]);
  clearTimeout(timer);
}
