import { KafkaError } from '../../core/kafkaError.ts';
import type { RecordBatch } from '../../core/record/recordBatch.ts';
import type { RecordView } from '../../core/record/recordView.ts';

/** The records of a batch, or the one error of a batch that is damaged. */
export function* batchRecords(batch: RecordBatch): Generator<RecordView | KafkaError> {
  if (batch.corrupt !== undefined) {
    yield batch.corrupt;
    return;
  }
  for (let index = 0; index < batch.count; index++) {
    try {
      yield batch.record(index);
    } catch (error) {
      if (!(error instanceof KafkaError)) throw error;
      yield error;
      return;
    }
  }
}
