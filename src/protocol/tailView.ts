import { boolean, field, oneOf, optional, wrong } from './bodyChecks.ts';
import { tailFilter } from './planChecks.ts';
import type { TailFilter } from './tailPlan.ts';

/** What of the loaded records is shown. Nothing of it is read anew for that. */
export interface TailView {
  /** Only records for which this holds, those that are still to come included. */
  readonly filter?: TailFilter;
  /** In arrival order, where it is left out. Another order is a snapshot: what arrives later is not in it. */
  readonly order?: TailOrder;
}

/** By what rows are sorted; those that are equal stay in arrival order. `size`: bytes of key and value. */
export interface TailOrder {
  readonly by: 'timestamp' | 'offset' | 'partition' | 'size' | 'key';
  readonly descending: boolean;
}

/** All that rows can be sorted by. */
export const orders: readonly TailOrder['by'][] = [
  'timestamp',
  'offset',
  'partition',
  'size',
  'key',
];

/** How the records that are shown stand to those that are loaded. */
export interface TailViewStatus extends TailView {
  /** Records that are loaded. */
  readonly held: number;
  /** Records that were read since reading started, and those of them that had to leave. */
  readonly read: number;
  readonly dropped: number;
  /** Some of them have not been looked at yet. */
  readonly looking: boolean;
  /** With an order: how many records that would be shown have arrived since it was made. */
  readonly newer?: number;
  /** Why the filter could not go on: a sentence. */
  readonly problem?: string;
  /** On how many records the expression failed, with an example: a sentence. */
  readonly failed?: string;
  /** A filter was taken away, as it would have hidden a record that was to be shown, or those around it. */
  readonly lifted?: true;
  /** The row, as rows are counted now, of the record that was selected when the view was changed. */
  readonly anchor?: number;
}

/** Checks a view from the page. Throws Error naming the field that is wrong. */
export function tailView(value: unknown): TailView {
  if (typeof value !== 'object' || value === null) throw wrong('view');
  const filter = optional(value, 'filter', tailFilter);
  const order = optional(value, 'order', tailOrder);
  return { ...(filter && { filter }), ...(order && { order }) };
}

/** Checks an order. Throws Error naming the field that is wrong. */
export function tailOrder(value: unknown): TailOrder {
  return {
    by: oneOf(orders, field(value, 'by'), 'by'),
    descending: boolean(field(value, 'descending'), 'descending'),
  };
}
