import { optional, wrong } from './bodyChecks.ts';
import { tailFilter } from './planChecks.ts';
import type { TailFilter } from './tailPlan.ts';

/** What of the loaded records is shown. Nothing of it is read anew for that. */
export interface TailView {
  /** Only records for which this holds, those that are still to come included. */
  readonly filter?: TailFilter;
}

/** How the records that are shown stand to those that are loaded. */
export interface TailViewStatus extends TailView {
  /** Records that are loaded. */
  readonly held: number;
  /** Records that were read since reading started, and those of them that had to leave. */
  readonly read: number;
  readonly dropped: number;
  /** Some of them have not been looked at yet. */
  readonly looking: boolean;
  /** Why the filter could not go on: a sentence. */
  readonly problem?: string;
  /** On how many records the expression failed, with an example: a sentence. */
  readonly failed?: string;
  /** The row, as rows are counted now, of the record that was selected when the view was changed. */
  readonly anchor?: number;
}

/** Checks a view from the page. Throws Error naming the field that is wrong. */
export function tailView(value: unknown): TailView {
  if (typeof value !== 'object' || value === null) throw wrong('view');
  const filter = optional(value, 'filter', tailFilter);
  return { ...(filter && { filter }) };
}
