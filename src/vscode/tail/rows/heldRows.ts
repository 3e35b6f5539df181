import { KafkaError } from '../../../core/kafkaError.ts';
import type { RecordStore, StoreRow } from '../../../core/record/recordStore.ts';
import type { Translate } from '../../../messages/translate.ts';
import type { RowRange } from '../../../protocol/tailCopy.ts';
import type { ShownRows } from './shownRows.ts';

/** The rows that a view shows at one moment, in their order then, whatever it shows later. */
export interface HeldRows {
  readonly count: number;
  /**
   * What one of them holds, counted from 0; undefined once it was dropped.
   *
   * @throws KafkaError `inputInvalid` with a sentence for the user, once all of them were forgotten
   */
  at(index: number): StoreRow | undefined;
}

/**
 * The rows that are shown now.
 *
 * @param forgotten whether the store has been emptied since
 * @param ranges only these of them, in order and apart from each other
 */
export function heldRows(
  shown: ShownRows,
  store: RecordStore,
  forgotten: () => boolean,
  t: Translate,
  ranges: readonly RowRange[] = [{ first: shown.firstRow, end: shown.endRow }],
): HeldRows {
  const stored = shown.storedNow();
  const rowAt = rowsOf(ranges);
  return {
    count: ranges.reduce((sum, { first, end }) => sum + end - first, 0),
    at: (index) => {
      if (forgotten()) {
        const sentence = t(
          'Not exported: the view was cleared, read again or closed before all of its records were written.',
        );
        throw new KafkaError('inputInvalid', sentence);
      }
      const row = stored(rowAt(index));
      return row === undefined ? undefined : store.row(row);
    },
  };
}

/** The row at an index of the ranges; quick where indexes are asked for one after the other. */
function rowsOf(ranges: readonly RowRange[]): (index: number) => number {
  let which = 0;
  let before = 0;
  return (index) => {
    if (index < before) which = before = 0;
    for (;;) {
      const { first, end } = ranges[which] ?? { first: 0, end: Infinity };
      if (index - before < end - first) return first + index - before;
      before += end - first;
      which++;
    }
  };
}
