import type { ReadPlan } from './readPlan.ts';

/** Whether a plan also reads the partitions that are added to its topic later: without an end, those of all. */
export function isGrowing({ partitions, from, to }: ReadPlan): boolean {
  const all = from.kind !== 'offsets' || from.others !== undefined;
  return partitions === undefined && all && to.kind === 'never';
}
