import type { LostRecords } from '../blockResult.ts';

/** The records of a run that are to be sent, by their numbers: ranges in their order, the last perhaps open. */
export type OnlyRecords = readonly Pick<LostRecords, 'first' | 'last'>[];

/**
 * Tells of each record, asked in the order of their numbers, whether it is to be sent.
 *
 * @param only undefined for all
 */
export function wantedRecords(only: OnlyRecords | undefined): (index: number) => boolean {
  if (only === undefined) return () => true;
  let at = 0;
  return (index) => {
    while (index > (only[at]?.last ?? Infinity)) at += 1;
    return index >= (only[at]?.first ?? Infinity);
  };
}
