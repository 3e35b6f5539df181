import type { ReplicasOfPartition } from '../wire/alterPartitionReassignments.ts';
import type { PartitionInfo } from './topicInfo.ts';

/**
 * Where replicas go when a topic's replication factor changes: what is there stays as far as it can, new ones go
 * to the brokers that have the fewest of the topic's, and of too many the last go, never the leader.
 *
 * @returns the partitions that change; `undefined` where there are too few brokers
 */
export function chooseReplicas(
  partitions: readonly PartitionInfo[],
  brokers: readonly number[],
  factor: number,
): ReplicasOfPartition[] | undefined {
  if (factor > brokers.length) return undefined;
  const load = new Map(brokers.map((broker) => [broker, 0]));
  const count = (broker: number): number => load.get(broker) ?? 0;
  const put = (broker: number): void => void load.set(broker, count(broker) + 1);
  for (const { replicas } of partitions) replicas.forEach(put);
  return partitions.flatMap(({ partition, replicas, leader }) => {
    if (replicas.length === factor) return [];
    const chosen = [...replicas];
    while (chosen.length > factor) {
      chosen.splice(
        chosen.findLastIndex((broker) => broker !== leader),
        1,
      );
    }
    while (chosen.length < factor) {
      const free = brokers.filter((broker) => !chosen.includes(broker));
      const least = free.reduce((best, broker) => (count(broker) < count(best) ? broker : best));
      chosen.push(least);
      put(least);
    }
    return [{ partition, replicas: chosen }];
  });
}
