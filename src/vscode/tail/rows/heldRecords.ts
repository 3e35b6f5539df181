import { KafkaError } from '../../../core/kafkaError.ts';
import type { RecordView } from '../../../core/record/recordView.ts';
import type { HeldRows } from './heldRows.ts';

/** So many rows are taken before others have their turn. */
const rowsAtOnce = 1_000;

/**
 * The records of rows, one after the other; an error stands for what cannot be had.
 *
 * @param told what part of them was taken, 0 to 1, now and then
 * @throws KafkaError as {@link HeldRows.at}
 */
export async function* heldRecords(
  rows: HeldRows,
  told: (part: number) => void,
): AsyncGenerator<RecordView | KafkaError> {
  // One for all of them: there may be millions.
  const gone = new KafkaError('internal', 'the record was dropped');
  for (let index = 0; index < rows.count; index++) {
    if (index % rowsAtOnce === 0) {
      await new Promise(setImmediate);
      told(index / rows.count);
    }
    const row = rows.at(index);
    if (row === undefined) yield gone;
    else yield row.kind === 'record' ? row.record : row.error;
  }
}
