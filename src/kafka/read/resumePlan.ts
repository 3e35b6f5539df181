import { isGrowing } from './isGrowing.ts';
import type { ReadPlan } from './readPlan.ts';
import type { ReadProgress } from './readProgress.ts';

/**
 * The plan that goes on where a read has stopped: same filter and end, what was handed on is not read again.
 * `undefined` where that read had not found its positions yet: run the same plan again.
 */
export function resumePlan(plan: ReadPlan, progress: ReadProgress): ReadPlan | undefined {
  const offsets = new Map<number, bigint>();
  const stops = new Map<number, bigint>();
  for (const { partition, position, stop } of progress.partitions) {
    if (position === undefined) return undefined;
    offsets.set(partition, position);
    if (stop !== undefined) stops.set(partition, stop);
  }
  if (offsets.size === 0) return undefined;
  const { limit, to } = plan;
  return {
    ...plan,
    // Partitions that were added meanwhile hold only what came after the read had begun.
    from: { kind: 'offsets', offsets, ...(isGrowing(plan) && { others: 'earliest' }) },
    // What was the end then stays the end.
    to:
      to.kind === 'end'
        ? { kind: 'offsets', offsets: stops }
        : to.kind === 'timestamp'
          ? { ...to, offsets: stops }
          : to,
    ...(limit === undefined ? {} : { limit: Math.max(limit - progress.records, 0) }),
  };
}
