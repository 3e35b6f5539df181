import type { ReadPlan } from '../../kafka/read/readPlan.ts';
import type { ReadProgress } from '../../kafka/read/readProgress.ts';
import { onePartition } from '../../protocol/onePartition.ts';
import { samePlan } from '../../protocol/samePlan.ts';
import type { TailPlan } from '../../protocol/tailPlan.ts';
import { readPlanOf } from './readPlanOf.ts';

/**
 * The read that goes on to another end where one of the same records stands, so that what was read stays;
 * undefined where the two read other things, or no position is known yet.
 *
 * @param handedOn how many records have been read so far
 */
export function goOnPlan(
  topic: string,
  before: TailPlan,
  after: TailPlan,
  progress: ReadProgress | undefined,
  handedOn: number,
  nowMs: number,
): ReadPlan | undefined {
  const never = { kind: 'never' } as const;
  const same = samePlan({ ...before, to: never }, { ...after, to: never });
  if (!same || onePartition(before) !== onePartition(after)) return undefined;
  const places = progress?.partitions ?? [];
  const offsets = new Map<number, bigint>();
  for (const { partition, position } of places) {
    if (position === undefined) return undefined;
    offsets.set(partition, position);
  }
  if (offsets.size === 0) return undefined;
  const plan = readPlanOf(topic, after, nowMs);
  const { limit } = plan;
  return {
    ...plan,
    from: { kind: 'offsets', offsets },
    ...(limit !== undefined && { limit: Math.max(0, limit - handedOn) }),
  };
}
