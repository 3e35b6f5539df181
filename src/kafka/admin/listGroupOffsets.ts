import type { KafkaError } from '../../core/kafkaError.ts';
import type { ClusterClient } from '../connection/clusterClient.ts';
import { errorOf } from '../wire/brokerError.ts';
import { latestTimestamp } from '../wire/listOffsets.ts';
import type { CommittedOffset } from '../wire/offsetFetch.ts';
import { committedOffsets } from './committedOffsets.ts';
import { describeTopics } from './listTopics.ts';
import { lookUpOffsets } from './lookUpOffsets.ts';

/** What a group has committed for one partition. */
export interface GroupOffset {
  readonly topic: string;
  readonly partition: number;
  /** Offset that the group reads next. */
  readonly committed: bigint;
  /** The partition's end offset. */
  readonly end?: bigint | undefined;
  /** `end` − `committed`, as Kafka's own tool counts it; `undefined` when the end is not known. */
  readonly lag?: bigint | undefined;
  readonly leaderEpoch?: number | undefined;
  /** Free text that the committer left. */
  readonly metadata: string;
  /** Why the end is missing, or the offset itself could not be told. */
  readonly error?: KafkaError | undefined;
}

/**
 * A group's committed offsets with their lag, ordered by topic and partition. A topic that is gone or
 * forbidden leaves the others.
 */
export async function listGroupOffsets(
  client: ClusterClient,
  group: string,
  signal?: AbortSignal,
): Promise<GroupOffset[]> {
  const committed = await committedOffsets(client, group, signal);
  const sorted = committed.sort(byTopicAndPartition);
  const topics = await describeTopics(client, [...new Set(sorted.map((o) => o.topic))], signal);
  const queries = sorted.map(({ topic, partition }) => ({
    topic,
    partition,
    timestamp: latestTimestamp,
  }));
  const ends = await lookUpOffsets(client, queries, topics, signal);
  return sorted.map((entry, index) => {
    const { topic, partition, offset, leaderEpoch, metadata, errorCode } = entry;
    const end = ends[index]?.offset;
    return {
      topic,
      partition,
      committed: offset,
      end,
      lag: end === undefined ? undefined : end - offset,
      leaderEpoch: leaderEpoch < 0 ? undefined : leaderEpoch,
      metadata: metadata ?? '',
      error: errorOf(errorCode, { group, topic, partition }) ?? ends[index]?.error,
    };
  });
}

function byTopicAndPartition(a: CommittedOffset, b: CommittedOffset): number {
  if (a.topic !== b.topic) return a.topic < b.topic ? -1 : 1;
  return a.partition - b.partition;
}
