import { KafkaError } from '../../src/core/kafkaError.ts';
import { silentLog } from '../../src/core/log.ts';
import { createTopic } from '../../src/kafka/admin/createTopic.ts';
import { listPartitionOffsets } from '../../src/kafka/admin/listPartitionOffsets.ts';
import { ClusterClient } from '../../src/kafka/connection/clusterClient.ts';
import { parseBootstrapServers } from '../../src/kafka/connection/clusterProfile.ts';
import { produceRecords } from '../../src/kafka/produce/produceRecords.ts';
import { sampleTopics, type SampleTopic } from './sampleRecords.ts';

/**
 * Creates the sample topics that are not there yet and fills those that never had a record (a start may have ended
 * in between); returns the names of those it filled.
 */
export async function fillSampleTopics(
  bootstrap: string,
  signal: AbortSignal,
  topics: readonly SampleTopic[] = sampleTopics,
): Promise<string[]> {
  const bootstrapServers = parseBootstrapServers(bootstrap);
  const client = new ClusterClient({ name: 'Local', bootstrapServers }, { log: silentLog });
  const filled: string[] = [];
  try {
    for (const { name, partitions, configs, records } of topics) {
      try {
        await createTopic(client, { name, partitions, replicationFactor: 1, configs }, signal);
      } catch (error) {
        const exists = error instanceof KafkaError && error.reason === 'topicExists';
        if (!exists) throw error;
        if (await hasBeenFilled(client, name, signal)) continue;
      }
      await produceRecords(client, name, records(), {}, signal);
      filled.push(name);
    }
  } finally {
    await client.close();
  }
  return filled;
}

async function hasBeenFilled(client: ClusterClient, topic: string, signal: AbortSignal) {
  const offsets = await listPartitionOffsets(client, topic, signal);
  return offsets.some(({ end }) => end !== 0n);
}
