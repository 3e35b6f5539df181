import type { ClusterClient } from '../connection/clusterClient.ts';
import { metadataRequest } from '../wire/metadata.ts';
import { topicInfo, type TopicInfo } from './topicInfo.ts';

export type { PartitionInfo, TopicInfo } from './topicInfo.ts';

/** Every topic that we may see, internal ones too; one broken topic or partition carries its own error. */
export async function listTopics(
  client: ClusterClient,
  signal?: AbortSignal,
): Promise<TopicInfo[]> {
  const { topics } = await client.send('any', metadataRequest(null), { signal });
  return topics.map(topicInfo);
}

/** The named topics, in that order; one that is unknown or forbidden carries its error. Creates none. */
export async function describeTopics(
  client: ClusterClient,
  names: readonly string[],
  signal?: AbortSignal,
): Promise<TopicInfo[]> {
  if (names.length === 0) return [];
  const { topics } = await client.send('any', metadataRequest(names), { signal });
  const byName = new Map(topics.map((topic) => [topic.name, topicInfo(topic)]));
  return names.flatMap((name) => byName.get(name) ?? []);
}
