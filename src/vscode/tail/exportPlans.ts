import type { ReadPlan, ReadStart, ReadStop } from '../../kafka/read/readPlan.ts';
import { readPlanOf } from './readPlanOf.ts';
import type { ReadSpan } from './readSpan.ts';
import { topicsOf, type TailTarget } from './tailTarget.ts';

/**
 * The reads that give once more what a view reads: from where it began, whatever "the last 100" would be by now, up to
 * where it ended or is to stop. One that never stops goes to the end as of now.
 *
 * @param span which records of a topic the view reads, as far as that is settled
 */
export function exportPlans(
  target: TailTarget,
  span: (topic: string) => ReadSpan,
  nowMs: number,
): readonly ReadPlan[] {
  return topicsOf(target).map((topic) => {
    const { starts, stops } = span(topic);
    const { limit, ...plan } = readPlanOf(topic, target, nowMs);
    const from: ReadStart = starts === undefined ? plan.from : { kind: 'offsets', offsets: starts };
    if (stops === undefined) {
      const to: ReadStop = plan.to.kind === 'never' ? { kind: 'end' } : plan.to;
      return { ...plan, from, to, ...(limit !== undefined && { limit }) };
    }
    // A time is more than the offset that it stands at: records before it may lie behind later ones.
    const to: ReadStop =
      plan.to.kind === 'timestamp' ? plan.to : { kind: 'offsets', offsets: stops };
    return { ...plan, from, to };
  });
}
