import type { TailFilter } from './tailPlan.ts';

/** Whether two filters let the same records through; so do two that are left out. */
export function sameFilter(a: TailFilter | undefined, b: TailFilter | undefined): boolean {
  return a?.kind === b?.kind && a?.text === b?.text && (a?.not ?? false) === (b?.not ?? false);
}
