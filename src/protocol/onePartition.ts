import type { TailPlan } from './tailPlan.ts';

/** The only partition that is read because the plan begins or ends at an offset of it; undefined for none. */
export function onePartition({ from, to }: TailPlan): number | undefined {
  if (from.kind === 'offset') return from.partition;
  return to?.kind === 'offset' ? to.partition : undefined;
}
