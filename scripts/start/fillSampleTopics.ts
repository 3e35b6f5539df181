import { KafkaError } from '../../src/core/kafkaError.ts';
import { silentLog } from '../../src/core/log.ts';
import { createTopic } from '../../src/kafka/admin/createTopic.ts';
import { ClusterClient } from '../../src/kafka/connection/clusterClient.ts';
import { parseBootstrapServers } from '../../src/kafka/connection/clusterProfile.ts';
import { produceRecords } from '../../src/kafka/produce/produceRecords.ts';
import { sampleTopics } from './sampleRecords.ts';

/** Creates and fills the sample topics that are not there yet; returns the names of those it filled. */
export async function fillSampleTopics(bootstrap: string, signal: AbortSignal): Promise<string[]> {
  const bootstrapServers = parseBootstrapServers(bootstrap);
  const client = new ClusterClient({ name: 'Local', bootstrapServers }, { log: silentLog });
  const filled: string[] = [];
  try {
    for (const { name, partitions, configs, records } of sampleTopics) {
      try {
        await createTopic(client, { name, partitions, replicationFactor: 1, configs }, signal);
      } catch (error) {
        if (error instanceof KafkaError && error.reason === 'topicExists') continue;
        throw error;
      }
      await produceRecords(client, name, records(), {}, signal);
      filled.push(name);
    }
  } finally {
    await client.close();
  }
  return filled;
}
