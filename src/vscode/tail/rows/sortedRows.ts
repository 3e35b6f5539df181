import { mergeSort } from '../../../core/record/mergeSort.ts';
import type { RecordStore } from '../../../core/record/recordStore.ts';
import { SortKeys } from '../../../core/record/sortKeys.ts';
import { Turns } from '../../../kafka/read/turns.ts';
import type { TailOrder } from '../../../protocol/tailView.ts';
import type { RowNumbers } from './rowNumbers.ts';

/** Rows of the store in another order than the one they came in, as they were at one moment. */
export interface SortedRows {
  /** By place: the store's rows. */
  readonly rows: Float64Array;
  /** Of the store's rows, those before it were there. */
  readonly upTo: number;
}

/**
 * Sorts what is held now, or those of it that match; equal ones stay in the order in which they came. Others have
 * their turn all the time.
 *
 * @param matches all rows, where it is left out
 */
export async function sortedRows(
  store: RecordStore,
  matches: RowNumbers | undefined,
  { by, descending }: TailOrder,
): Promise<SortedRows> {
  const turns = new Turns(5);
  const upTo = store.endRow;
  const first = store.firstRow;
  const begin = matches?.indexOf(first) ?? first;
  const count = (matches?.indexOf(upTo) ?? upTo) - begin;
  const rows = new Float64Array(count);
  const keys = new SortKeys(by, count);
  let filled = 0;
  for (let row = first; row < upTo;) {
    const turn = turns.next();
    if (turn !== undefined) await turn;
    // What leaves meanwhile is not among them.
    row = Math.max(row, store.firstRow);
    const found = row < upTo ? store.batchAt(row) : undefined;
    if (found === undefined) break;
    const { batch, firstRow } = found;
    const size = Math.max(1, batch.count);
    let next = matches?.indexOf(firstRow) ?? 0;
    const taken = filled;
    const wanted: boolean[] = [];
    for (let index = 0; index < size; index++) {
      const is = matches === undefined || matches.at(next) === firstRow + index;
      if (is && matches !== undefined) next++;
      wanted.push(is);
      if (is) rows[filled++] = firstRow + index;
    }
    if (filled > taken) keys.add(batch, (index) => wanted[index] === true);
    row = firstRow + size;
  }
  const order = await mergeSort(
    filled,
    descending ? (a, b) => keys.compare(b, a) : (a, b) => keys.compare(a, b),
    () => turns.next(),
  );
  const sorted = new Float64Array(filled);
  // A loop: `from` with a function would hold others up for several times as long.
  for (let place = 0; place < filled; place++) sorted[place] = rows[order[place] ?? 0] ?? 0;
  return { rows: sorted, upTo };
}
