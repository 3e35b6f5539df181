import type { RecordStore } from '../../../core/record/recordStore.ts';
import { Turns } from '../../../kafka/read/turns.ts';
import type { FoundRow } from '../../../protocol/tail.ts';
import { sameFilter } from '../../../protocol/sameFilter.ts';
import type { PlainFilter } from '../../../protocol/tailPlan.ts';
import { filterTerm } from '../filterTerm.ts';
import { RowMatches } from './rowMatches.ts';
import type { ShownRows } from './shownRows.ts';

/** So many rows are looked at between two glances at the clock. */
const rowsAtOnce = 4096;

/**
 * Looks for records among the shown rows. What the last text matched is kept: the next match of the same text costs
 * no search.
 */
export class RowFinder {
  readonly #store: RecordStore;
  readonly #shown: ShownRows;
  #matches: { readonly of: PlainFilter; readonly found: RowMatches } | undefined;

  constructor(store: RecordStore, shown: ShownRows) {
    this.#store = store;
    this.#shown = shown;
  }

  /**
   * The nearest shown row from `from.row` on (or back from it), itself included, for whose record `filter` holds, and
   * how many there are: the same that a scan of the topic would keep.
   */
  async find(
    filter: PlainFilter,
    from: { readonly row: number; readonly backwards: boolean },
    signal: AbortSignal,
  ): Promise<FoundRow> {
    if (filter.text === '') return { count: 0 };
    const matches = this.#matchesOf(filter);
    await matches.look();
    signal.throwIfAborted();
    const marks = this.#marks(matches);
    const turns = new Turns();
    const { firstRow, endRow } = this.#shown;
    let count = 0;
    let found: { row: number; nth: number } | undefined;
    for (let row = firstRow; row < endRow; row++) {
      if (row % rowsAtOnce === 0) {
        await turns.next();
        signal.throwIfAborted();
      }
      if (!marks(this.#shown.stored(row) ?? -1)) continue;
      count++;
      if (from.backwards ? row <= from.row : row >= from.row && found === undefined) {
        found = { row, nth: count };
      }
    }
    return { count, ...found };
  }

  dispose(): void {
    this.#matches?.found.close();
  }

  #matchesOf(filter: PlainFilter): RowMatches {
    const known = this.#matches;
    if (known !== undefined && sameFilter(known.of, filter)) return known.found;
    known?.found.close();
    const found = new RowMatches(this.#store, [filterTerm(filter)], {
      changed: () => undefined,
      unreadable: false,
    });
    this.#matches = { of: filter, found };
    return found;
  }

  /** Whether a row of the store matches, in constant time. */
  #marks({ rows }: RowMatches): (stored: number) => boolean {
    const first = this.#store.firstRow;
    const marks = new Uint8Array(this.#store.endRow - first);
    for (let index = rows.indexOf(first); index < rows.end; index++) {
      marks[(rows.at(index) ?? 0) - first] = 1;
    }
    return (stored) => marks[stored - first] === 1;
  }
}
