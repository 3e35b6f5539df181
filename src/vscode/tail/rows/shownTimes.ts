import { inSpansOf } from '../../../core/record/inSpansOf.ts';
import type { RecordStore } from '../../../core/record/recordStore.ts';
import { TimeHistogram } from '../../../core/record/timeHistogram.ts';
import { Turns } from '../../../kafka/read/turns.ts';
import type { TailTimes } from '../../../protocol/tail.ts';
import type { TimeCounts } from '../../../protocol/timeCounts.ts';
import type { RowNumbers } from './rowNumbers.ts';
import type { ShownRows } from './shownRows.ts';

/** How many of the records of a store lie where in time, and with a filter how many of those it shows. */
export async function shownTimes(
  { matches }: Pick<ShownRows, 'matches'>,
  store: RecordStore,
  signal: AbortSignal,
): Promise<TailTimes> {
  if (matches === undefined) return store.times;
  const some = await timesOf(matches.rows, store, signal);
  const all = store.times;
  return { ...all, matching: inSpansOf(all, some) };
}

/** Counted batch by batch, as all are: no record is looked at. Others have their turn all the time. */
async function timesOf(
  rows: RowNumbers,
  store: RecordStore,
  signal: AbortSignal,
): Promise<TimeCounts> {
  const histogram = new TimeHistogram();
  const turns = new Turns(5);
  for (let index = rows.indexOf(store.firstRow); index < rows.end;) {
    const turn = turns.next();
    if (turn !== undefined) {
      await turn;
      signal.throwIfAborted();
      // What has left meanwhile is not counted.
      index = Math.max(index, rows.indexOf(store.firstRow));
    }
    const row = rows.at(index);
    const found = row === undefined ? undefined : store.batchAt(row);
    if (found === undefined) break;
    const { batch, firstRow } = found;
    const next = rows.indexOf(firstRow + Math.max(1, batch.count));
    const { firstTimestampMs, maxTimestampMs } = batch;
    // A batch that cannot be read has a row and no record.
    const count = Math.min(next - index, batch.count);
    histogram.add({ count, firstTimestampMs, maxTimestampMs });
    index = next;
  }
  return histogram.counts;
}
