import type { ReadPlan } from '../../kafka/read/readPlan.ts';
import type { TailPlan } from '../../protocol/tailPlan.ts';
import { readPlanOf } from './readPlanOf.ts';
import type { TailTarget } from './tailTarget.ts';

/**
 * The read of a view that was there before a reload, where its plan alone would read something else now: from
 * "now" as it was then, so that what has arrived since is shown again. Undefined: its plan is enough.
 *
 * @param starts where it began, by partition (decimal strings)
 */
export function restoredPlan(
  { topic, moreTopics }: TailTarget,
  plan: TailPlan,
  starts: Readonly<Record<string, string>> | undefined,
): ReadPlan | undefined {
  if (starts === undefined || moreTopics || plan.from.kind !== 'now') return undefined;
  const offsets = new Map(Object.entries(starts).map(([n, at]) => [Number(n), BigInt(at)]));
  return { ...readPlanOf(topic, plan, Date.now()), from: { kind: 'offsets', offsets } };
}
