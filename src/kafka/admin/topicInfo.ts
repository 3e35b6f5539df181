import type { KafkaError } from '../../core/kafkaError.ts';
import { errorOf } from '../wire/brokerError.ts';
import type { MetadataPartition, MetadataTopic } from '../wire/metadata.ts';

/** A topic as the cluster's metadata tells it. */
export interface TopicInfo {
  readonly name: string;
  /** As Kafka prints it; `undefined` before Kafka 2.8. */
  readonly id?: string | undefined;
  readonly internal: boolean;
  /** Ordered by number. */
  readonly partitions: readonly PartitionInfo[];
  /** Set when the broker could not tell this topic; its partitions are then empty. */
  readonly error?: KafkaError | undefined;
}
/** One partition as Metadata tells it; brokers are named by id. */
export interface PartitionInfo {
  readonly partition: number;
  /** `undefined` while it has none. */
  readonly leader: number | undefined;
  readonly replicas: readonly number[];
  readonly inSyncReplicas: readonly number[];
  readonly offlineReplicas: readonly number[];
  /** `leaderUnavailable` while it cannot be read or written. */
  readonly error?: KafkaError | undefined;
}

/** A replica elsewhere is down: the partition itself works. */
const replicaNotAvailable = 9;

/** Turns one topic of a Metadata response into the facts that we show. */
export function topicInfo(topic: MetadataTopic): TopicInfo {
  const { name, id, internal, errorCode } = topic;
  const partitions = topic.partitions
    .map((partition) => partitionInfo(name, partition))
    .sort((a, b) => a.partition - b.partition);
  return { name, id, internal, partitions, error: errorOf(errorCode, { topic: name }) };
}

function partitionInfo(topic: string, told: MetadataPartition): PartitionInfo {
  const { partition, leader, replicas, inSyncReplicas, offlineReplicas, errorCode } = told;
  return {
    partition,
    leader: leader < 0 ? undefined : leader,
    replicas,
    inSyncReplicas,
    offlineReplicas,
    error: errorCode === replicaNotAvailable ? undefined : errorOf(errorCode, { topic, partition }),
  };
}
