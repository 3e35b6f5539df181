import type { ClusterClient } from '../connection/clusterClient.ts';
import { brokerError } from '../wire/brokerError.ts';
import { describeTopics } from './listTopics.ts';
import type { TopicInfo } from './topicInfo.ts';

const unknownTopicOrPartition = 3;

/**
 * One topic; never creates it. Rejects with `KafkaError('topicUnknown')`, `notAuthorized` or `topicInvalid`
 * where the topic as a whole cannot be told; a partition's trouble stays with the partition.
 */
export async function describeTopic(
  client: ClusterClient,
  name: string,
  signal?: AbortSignal,
): Promise<TopicInfo> {
  const [topic] = await describeTopics(client, [name], signal);
  if (!topic) throw brokerError(unknownTopicOrPartition, { topic: name });
  // A topic that is being created has partitions without leaders: that is told per partition.
  if (topic.error && topic.partitions.length === 0) throw topic.error;
  return topic;
}
