import { setTimeout as sleep } from 'node:timers/promises';
import { KafkaError } from '../../core/kafkaError.ts';
import type { ClusterClient } from '../connection/clusterClient.ts';
import { throwIfFailed } from '../wire/brokerError.ts';
import { metadataRequest, type MetadataTopic } from '../wire/metadata.ts';

const timeoutMs = 10_000;
const retryMs = 200;
const leaderNotAvailable = 5;

/**
 * What the cluster tells about one topic; it is never created by asking.
 *
 * @param options `patienceMs`: how long a topic may stay unknown, as brokers hear of a new one with a delay
 * @throws KafkaError `topicUnknown`, `notAuthorized` or what connecting met
 */
export async function findTopic(
  client: ClusterClient,
  name: string,
  signal: AbortSignal,
  options: { patienceMs?: number } = {},
): Promise<MetadataTopic> {
  const patience = performance.now() + (options.patienceMs ?? 1_000);
  for (;;) {
    try {
      return await askOnce(client, name, signal);
    } catch (error) {
      const unknown = error instanceof KafkaError && error.reason === 'topicUnknown';
      if (!unknown || performance.now() > patience) throw error;
    }
    await sleep(retryMs, undefined, { signal });
  }
}

async function askOnce(
  client: ClusterClient,
  name: string,
  signal: AbortSignal,
): Promise<MetadataTopic> {
  const { topics } = await client.send('any', metadataRequest([name]), { signal, timeoutMs });
  const topic = topics.find((found) => found.name === name);
  if (topic === undefined) {
    throw new KafkaError('topicUnknown', `There is no topic ${name}`, { details: { topic: name } });
  }
  // A topic whose partitions have no leader yet: each partition tells so itself.
  if (topic.errorCode !== leaderNotAvailable) throwIfFailed(topic.errorCode, { topic: name });
  return topic;
}
