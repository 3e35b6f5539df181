import type { NewTopic } from '../kafka/admin/createTopic.ts';
import { describeTopicConfigs } from '../kafka/admin/describeTopicConfigs.ts';
import type { TopicInfo } from '../kafka/admin/topicInfo.ts';
import type { ClusterClient } from '../kafka/connection/clusterClient.ts';

/** One thing about a topic that is not as a block wants it. */
export interface TopicDifference {
  readonly name: string;
  readonly now: string;
  readonly want: string;
}

/** How a topic differs from what is wanted; what is not named may be anything. */
export async function topicDifferences(
  wanted: NewTopic,
  existing: TopicInfo,
  client: ClusterClient,
  signal: AbortSignal,
): Promise<TopicDifference[]> {
  const differences: TopicDifference[] = [];
  const compare = (name: string, now: string | number, want: string | number | undefined): void => {
    if (want !== undefined && String(now) !== String(want)) {
      differences.push({ name, now: String(now), want: String(want) });
    }
  };
  compare('partitions', existing.partitions.length, wanted.partitions);
  const counts = existing.partitions.map(({ replicas }) => replicas.length);
  const unlike = counts.find((count) => count !== wanted.replicationFactor);
  compare('replication-factor', unlike ?? counts[0] ?? 0, wanted.replicationFactor);
  const configs = Object.entries(wanted.configs ?? {});
  if (configs.length > 0) {
    const entries = await describeTopicConfigs(client, wanted.name, signal);
    const values = new Map(entries.map(({ name, value }) => [name, value]));
    for (const [name, value] of configs) {
      compare(name, values.get(name) ?? '', value);
    }
  }
  return differences;
}
