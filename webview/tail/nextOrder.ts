import { orders, type TailOrder } from '../../src/protocol/tailView.ts';

/** What a press on a column's title sorts by: rising, then falling, then as records arrived (undefined). */
export function nextOrder(by: TailOrder['by'], now: TailOrder | undefined): TailOrder | undefined {
  if (now?.by !== by) return { by, descending: false };
  return now.descending ? undefined : { by, descending: true };
}

/** What the column of that id sorts by; undefined where it does not. */
export function orderOf(column: string): TailOrder['by'] | undefined {
  return orders.find((by) => by === column);
}
