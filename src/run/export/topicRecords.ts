import { KafkaError } from '../../core/kafkaError.ts';
import type { Log } from '../../core/log.ts';
import type { RecordBatch } from '../../core/record/recordBatch.ts';
import type { RecordView } from '../../core/record/recordView.ts';
import type { ClusterClient } from '../../kafka/connection/clusterClient.ts';
import type { ReadPlan } from '../../kafka/read/readPlan.ts';
import type { ReadProgress } from '../../kafka/read/readProgress.ts';
import { TopicReader } from '../../kafka/read/topicReader.ts';
import { batchRecords } from '../../core/record/batchRecords.ts';

/** So many bytes of batches may wait to be written; then reading waits. */
const maxWaitingBytes = 16 * 1024 * 1024;

/**
 * The records of a read with an end, one after the other, never more in memory than a few batches: reading
 * waits for whoever takes them. Every checksum is verified; a damaged batch is its error.
 *
 * @param moved called when the reading has moved on
 * @throws KafkaError as `TopicReader.run`
 */
export async function* topicRecords(
  client: ClusterClient,
  plan: ReadPlan,
  log: Log,
  signal: AbortSignal,
  moved: (progress: ReadProgress) => void,
): AsyncGenerator<RecordView | KafkaError> {
  const waiting: RecordBatch[] = [];
  let waitingBytes = 0;
  let wake: () => void = () => undefined;
  const over = new AbortController();
  const reader = new TopicReader(
    client,
    plan,
    {
      batch: (batch) => {
        waiting.push(batch);
        waitingBytes += batch.sizeBytes;
        if (waitingBytes > maxWaitingBytes) reader.pause();
        wake();
      },
    },
    { log },
  );
  const state = { ended: false };
  const reading = reader.run(AbortSignal.any([signal, over.signal])).finally(() => {
    state.ended = true;
    wake();
  });
  // Its failure is told below, once what came before it is written.
  reading.catch(() => undefined);
  try {
    for (;;) {
      const batch = waiting.shift();
      if (batch !== undefined) {
        waitingBytes -= batch.sizeBytes;
        if (waitingBytes <= maxWaitingBytes / 2) reader.resume();
        yield* batchRecords(batch);
        moved(reader.progress);
      } else if (state.ended) {
        break;
      } else {
        await new Promise<void>((resolve) => (wake = resolve));
      }
    }
    const end = await reading;
    if (end.kind === 'topicDeleted' || end.kind === 'topicRecreated') {
      const { topic } = plan;
      throw new KafkaError('topicUnknown', `topic ${topic} is gone`, { details: { topic } });
    }
  } finally {
    over.abort();
  }
}
