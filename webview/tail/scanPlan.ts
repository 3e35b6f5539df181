import type { TailFilter, TailPlan } from '../../src/protocol/tailPlan.ts';

/** Reading that starts at the end is followed; anything else is read from its top. */
export function startsAtNewest({ from }: TailPlan): boolean {
  return from.kind === 'now' || from.kind === 'last';
}

/** The plan that scans for `filter`, or for everything: what is still to come cannot be scanned. */
export function scanPlan(plan: TailPlan, filter: TailFilter | undefined): TailPlan {
  const { filter: before, ...rest } = plan;
  // Who filters new records already goes on with that.
  const whole = rest.from.kind === 'now' && filter !== undefined && before === undefined;
  const from = whole ? ({ kind: 'beginning' } as const) : rest.from;
  return { ...rest, from, ...(filter && { filter }) };
}
