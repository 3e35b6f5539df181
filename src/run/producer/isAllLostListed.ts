import type { BlockResult, LostRecords } from '../blockResult.ts';

/** Whether `lost` of a result tells of all records that were refused or of which nothing is known. */
export function isAllLostListed({ lost = [], refused = 0, unknown = 0 }: BlockResult): boolean {
  return listed(lost, 'refused') === refused && listed(lost, 'unknown') === unknown;
}

function listed(lost: readonly LostRecords[], state: LostRecords['state']): number {
  return lost
    .filter((one) => one.state === state)
    .reduce((sum, { first, last = first }) => sum + last - first + 1, 0);
}
