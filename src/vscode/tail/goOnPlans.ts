import { isGrowing } from '../../kafka/read/isGrowing.ts';
import type { ReadPlan } from '../../kafka/read/readPlan.ts';
import type { PartitionProgress } from '../../kafka/read/readProgress.ts';
import { onePartition } from '../../protocol/onePartition.ts';
import { samePlan } from '../../protocol/samePlan.ts';
import type { TailPlan } from '../../protocol/tailPlan.ts';
import { readPlanOf } from './readPlanOf.ts';

/**
 * The reads of each topic that go on to another end where those of the same records stand, so that what was read
 * stays; undefined where the two read other things, or a position is not known yet.
 *
 * @param handedOn how many records of all topics have been read so far
 */
export function goOnPlans(
  topics: readonly string[],
  before: TailPlan,
  after: TailPlan,
  partitions: readonly Pick<PartitionProgress, 'topic' | 'partition' | 'position'>[],
  handedOn: number,
  nowMs: number,
): readonly ReadPlan[] | undefined {
  const never = { kind: 'never' } as const;
  const same = samePlan({ ...before, to: never }, { ...after, to: never });
  if (!same || onePartition(before) !== onePartition(after)) return undefined;
  const plans: ReadPlan[] = [];
  for (const topic of topics) {
    const offsets = new Map<number, bigint>();
    for (const { partition, position } of partitions.filter((read) => read.topic === topic)) {
      if (position === undefined) return undefined;
      offsets.set(partition, position);
    }
    if (offsets.size === 0) return undefined;
    const plan = readPlanOf(topic, after, nowMs);
    const { limit } = plan;
    plans.push({
      ...plan,
      from: { kind: 'offsets', offsets, ...(isGrowing(plan) && { others: 'earliest' }) },
      ...(limit !== undefined && { limit: Math.max(0, limit - handedOn) }),
    });
  }
  return plans;
}
