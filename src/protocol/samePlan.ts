import type { TailPlan } from './tailPlan.ts';

/** Whether two plans read the same; what is left out counts as what it stands for. */
export function samePlan(a: TailPlan, b: TailPlan): boolean {
  const text = ({ from, to, partitions, isolation, filter }: TailPlan): string =>
    JSON.stringify([from, to ?? { kind: 'never' }, partitions, isolation ?? 'uncommitted', filter]);
  return text(a) === text(b);
}
