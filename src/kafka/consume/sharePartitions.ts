import type { TopicPartitions } from '../wire/consumerProtocol.ts';

/** A member and the topics that it wants. */
export interface Subscriber {
  readonly memberId: string;
  readonly topics: readonly string[];
}

/**
 * The ways to share partitions that we know, the preferred one first: those of Java's and librdkafka's eager
 * assignors, and kafkajs's name for the second. Who leads a `sticky` group may share as it likes.
 */
export const sharings = ['range', 'roundrobin', 'sticky', 'RoundRobinAssigner'] as const;
/** One of {@link sharings}. */
export type Sharing = (typeof sharings)[number];

/**
 * Shares topics among members as Java's `RangeAssignor` (of each topic a row of neighbours to each) or
 * `RoundRobinAssignor` (one after the other) would: members that join later come to the same result.
 *
 * @param counts how many partitions each topic has; one that is not named has none
 */
export function sharePartitions(
  how: Sharing,
  members: readonly Subscriber[],
  counts: ReadonlyMap<string, number>,
): Map<string, TopicPartitions[]> {
  const sorted = members.toSorted((a, b) => compare(a.memberId, b.memberId));
  const shares = new Map(sorted.map(({ memberId }) => [memberId, new Map<string, number[]>()]));
  const give = ({ memberId }: Subscriber, topic: string, partition: number): void => {
    const share = shares.get(memberId);
    share?.set(topic, [...(share.get(topic) ?? []), partition]);
  };
  let turn = 0;
  const next = (topic: string): Subscriber | undefined => {
    const row = [...sorted.slice(turn), ...sorted.slice(0, turn)];
    const taker = row.find((member) => member.topics.includes(topic));
    if (taker !== undefined) turn = (sorted.indexOf(taker) + 1) % sorted.length;
    return taker;
  };
  const topics = [...new Set(members.flatMap((member) => member.topics))].sort(compare);
  for (const topic of topics) {
    const count = counts.get(topic) ?? 0;
    const takers = sorted.filter((member) => member.topics.includes(topic));
    for (let partition = 0; partition < count; partition++) {
      const taker = how === 'range' ? takers[place(partition, count, takers.length)] : next(topic);
      if (taker !== undefined) give(taker, topic, partition);
    }
  }
  return new Map(
    [...shares].map(([memberId, share]) => [
      memberId,
      [...share].map(([topic, partitions]) => ({ topic, partitions })),
    ]),
  );
}

/** Whose a partition is: the first `count % takers` members have one more than the others. */
function place(partition: number, count: number, takers: number): number {
  const each = Math.floor(count / takers);
  const larger = (count % takers) * (each + 1);
  return partition < larger
    ? Math.floor(partition / (each + 1))
    : (count % takers) + Math.floor((partition - larger) / each);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
