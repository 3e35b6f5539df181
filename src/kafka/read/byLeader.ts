import { KafkaError } from '../../core/kafkaError.ts';
import type { MetadataTopic } from '../wire/metadata.ts';
import type { PartitionRead } from './partitionRead.ts';

/**
 * Partitions by the broker that leads them now, which each of them takes note of. Those that nobody leads are in no
 * group: that is their `problem`.
 */
export function byLeader(
  reads: Iterable<PartitionRead>,
  topic: MetadataTopic,
): ReadonlyMap<number, readonly PartitionRead[]> {
  const groups = new Map<number, PartitionRead[]>();
  for (const read of reads) {
    const facts = topic.partitions.find(({ partition }) => partition === read.partition);
    if (facts === undefined || facts.leader < 0) {
      read.failed(noLeader(topic.name, read.partition));
      continue;
    }
    read.leader = facts.leader;
    read.leaderEpoch = facts.leaderEpoch;
    const group = groups.get(facts.leader);
    if (group === undefined) groups.set(facts.leader, [read]);
    else group.push(read);
  }
  return groups;
}

function noLeader(topic: string, partition: number): KafkaError {
  return new KafkaError('leaderUnavailable', `Partition ${partition} of ${topic} has no leader`, {
    details: { topic, partition },
  });
}
