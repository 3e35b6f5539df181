import type { ReadPlan } from '../../kafka/read/readPlan.ts';
import type { TailPlan } from '../../protocol/tailPlan.ts';
import type { ReadStarts } from '../../protocol/tailPageState.ts';
import type { GroupStarts } from './groupStarts.ts';
import { readPlanOf } from './readPlanOf.ts';

/**
 * The reads of a view's topics. Where it was there before a reload and its plan alone would read something else now
 * ("now", "the last 100", "15 minutes ago"), they begin where they began then: what it showed is shown again, with
 * what has arrived since, in partitions that were added since, too.
 *
 * @param starts where that was; a topic that is not named is read as the plan says
 * @param committed where its group stands, where the plan begins there
 */
export function startPlans(
  topics: readonly string[],
  tailPlan: TailPlan,
  starts: ReadStarts | undefined,
  nowMs: number,
  committed?: GroupStarts,
): readonly ReadPlan[] {
  return topics.map((topic) => {
    const plan = readPlanOf(topic, tailPlan, nowMs, committed?.get(topic));
    const begun = Object.entries(starts?.[topic] ?? {});
    if (begun.length === 0) return plan;
    const offsets = new Map(begun.map(([n, at]) => [Number(n), BigInt(at)]));
    return { ...plan, from: { kind: 'offsets', offsets, others: 'earliest' } };
  });
}
