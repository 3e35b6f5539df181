import { describeTopic } from '../admin/describeTopic.ts';
import type { ClusterClient } from '../connection/clusterClient.ts';
import { ProduceFailure, type ProducedRecord, type RecordOutcome } from './recordOutcome.ts';
import type { ProduceOptions, RecordToProduce } from './recordToProduce.ts';
import { TopicWriter } from './topicWriter.ts';

export type { ProducedRecord, RecordOutcome } from './recordOutcome.ts';
export type { ProduceOptions, RecordToProduce } from './recordToProduce.ts';

/** From here on a produce gets connections of its own: its large requests would delay everybody's. */
const ownConnectionsFrom = 1_000;

/**
 * Writes records to a topic (never creating it) and tells where each went, in the order given. Keys choose
 * partitions as Java's default partitioner does; records without a key go to one partition at random.
 * Rejects with a `ProduceFailure` that tells written, refused and unknown records apart, with another
 * KafkaError before anything was sent, or with the signal's AbortError.
 */
export async function produceRecords(
  client: ClusterClient,
  topic: string,
  records: readonly RecordToProduce[],
  options: ProduceOptions = {},
  signal?: AbortSignal,
): Promise<ProducedRecord[]> {
  if (records.length === 0) return [];
  if (records.length < ownConnectionsFrom) {
    return writeAll(client, topic, records, { ...options, signal });
  }
  const own = client.fork();
  try {
    return await writeAll(own, topic, records, { ...options, signal });
  } finally {
    await own.close();
  }
}

async function writeAll(
  client: ClusterClient,
  topic: string,
  records: readonly RecordToProduce[],
  options: ProduceOptions & { signal: AbortSignal | undefined },
): Promise<ProducedRecord[]> {
  const info = await describeTopic(client, topic, options.signal);
  const outcomes = new Array<RecordOutcome>(records.length);
  const writer = new TopicWriter(client, info, options, (index, outcome) => {
    outcomes[index] = outcome;
  });
  for (const [index, record] of records.entries()) {
    try {
      writer.add(record, index);
    } catch (error) {
      const failure = error instanceof Error ? error : new Error(String(error));
      outcomes[index] = { state: 'refused', partition: record.partition, error: failure };
    }
    if (writer.full) await writer.room();
  }
  await writer.flush();
  const written = outcomes.filter((outcome) => outcome.state === 'written');
  if (written.length === records.length) return written;
  const first = outcomes.find((outcome) => outcome.state !== 'written');
  throw new ProduceFailure(first?.error ?? new Error('A record was not written'), outcomes);
}
