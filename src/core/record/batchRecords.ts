import { KafkaError } from '../kafkaError.ts';
import type { RecordBatch } from './recordBatch.ts';
import type { RecordView } from './recordView.ts';

/** The records of a batch from `first` on, then the one error of a batch that is damaged. */
export function* batchRecords(batch: RecordBatch, first = 0): Generator<RecordView | KafkaError> {
  if (batch.corrupt !== undefined) {
    yield batch.corrupt;
    return;
  }
  for (let index = first; index < batch.count; index++) {
    try {
      yield batch.record(index);
    } catch (error) {
      if (!(error instanceof KafkaError)) throw error;
      yield error;
      return;
    }
  }
}
