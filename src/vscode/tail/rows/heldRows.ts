import { KafkaError } from '../../../core/kafkaError.ts';
import type { RecordStore, StoreRow } from '../../../core/record/recordStore.ts';
import type { Translate } from '../../../messages/translate.ts';
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
 */
export function heldRows(
  shown: ShownRows,
  store: RecordStore,
  forgotten: () => boolean,
  t: Translate,
): HeldRows {
  const { firstRow, endRow } = shown;
  const stored = shown.storedNow();
  return {
    count: endRow - firstRow,
    at: (index) => {
      if (forgotten()) {
        const sentence = t(
          'Not exported: the view was cleared, read again or closed before all of its records were written.',
        );
        throw new KafkaError('inputInvalid', sentence);
      }
      const row = stored(firstRow + index);
      return row === undefined ? undefined : store.row(row);
    },
  };
}
