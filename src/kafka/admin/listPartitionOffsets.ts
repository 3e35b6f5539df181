import type { KafkaError } from '../../core/kafkaError.ts';
import type { ClusterClient } from '../connection/clusterClient.ts';
import { earliestTimestamp, latestTimestamp } from '../wire/listOffsets.ts';
import { describeTopic } from './describeTopic.ts';
import { lookUpOffsets } from './lookUpOffsets.ts';
import type { TopicInfo } from './topicInfo.ts';

/** Where a partition's records begin and end. */
export interface PartitionOffsets {
  readonly partition: number;
  /** Offset of its first record; equal to `end` when it is empty. */
  readonly beginning?: bigint | undefined;
  /** Offset that its next record will get. */
  readonly end?: bigint | undefined;
  /** Why one or both are missing. */
  readonly error?: KafkaError | undefined;
}

/** Beginning and end of each partition, in order; a partition without a leader leaves the others. */
export async function listPartitionOffsets(
  client: ClusterClient,
  topic: TopicInfo | string,
  signal?: AbortSignal,
): Promise<PartitionOffsets[]> {
  const info = typeof topic === 'string' ? await describeTopic(client, topic, signal) : topic;
  const at = (timestamp: bigint) =>
    info.partitions.map(({ partition }) => ({ topic: info.name, partition, timestamp }));
  const queries = [...at(earliestTimestamp), ...at(latestTimestamp)];
  const lookups = await lookUpOffsets(client, queries, [info], signal);
  return info.partitions.map(({ partition }, index) => {
    const beginning = lookups[index];
    const end = lookups[index + info.partitions.length];
    return {
      partition,
      beginning: beginning?.offset,
      end: end?.offset,
      error: beginning?.error ?? end?.error,
    };
  });
}
