import { KafkaError } from '../../core/kafkaError.ts';
import type { ClusterClient } from '../connection/clusterClient.ts';
import { brokerError } from '../wire/brokerError.ts';
import { alterPartitionReassignmentsRequest } from '../wire/alterPartitionReassignments.ts';
import { controllerTimeoutMs } from './atController.ts';
import { chooseReplicas } from './chooseReplicas.ts';
import { describeCluster } from './describeCluster.ts';
import type { TopicInfo } from './topicInfo.ts';
import { untilMetadata } from './untilMetadata.ts';

/**
 * Moves a topic's replicas so that each partition has `factor` of them. Resolves when the cluster has taken it
 * over; the copies themselves are made in the background. Rejects with `replicationFactorInvalid` where there
 * are fewer brokers.
 */
export async function setReplicationFactor(
  client: ClusterClient,
  { name: topic, partitions }: TopicInfo,
  factor: number,
  signal?: AbortSignal,
): Promise<void> {
  const { brokers } = await describeCluster(client, signal);
  const ids = brokers.map(({ id }) => id);
  const moved = chooseReplicas(partitions, ids, factor);
  if (moved === undefined) {
    const text = `${factor} replicas need as many brokers, and ${ids.length} are there.`;
    throw new KafkaError('replicationFactorInvalid', text, { details: { topic, text } });
  }
  const request = alterPartitionReassignmentsRequest(topic, moved, {
    timeoutMs: controllerTimeoutMs,
  });
  const { errorCode, errorText } = await client.send('controller', request, { signal });
  if (errorCode !== 0) throw brokerError(errorCode, { topic, text: errorText });
  await untilMetadata(
    client,
    [topic],
    (info) => info.partitions.every(({ replicas }) => replicas.length === factor),
    signal,
  );
}
