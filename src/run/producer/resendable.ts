import type { BlockResult, LostRecords } from '../blockResult.ts';

/**
 * What of a PRODUCER's run can be sent by itself: empty where all of it would be (nothing was written, or its
 * transaction was not committed), and where not all of it is listed.
 *
 * @param isPart the run was of a part already: the others were written before
 */
export function resendable(result: BlockResult, isPart: boolean): readonly LostRecords[] {
  const { lost = [], count, records = [], transaction, refused = 0, unknown = 0 } = result;
  const isAll = (!isPart && (count ?? records.length) === 0) || transaction !== undefined;
  const isListed = listed(lost, 'refused') === refused && listed(lost, 'unknown') === unknown;
  return isAll || !isListed ? [] : lost;
}

function listed(lost: readonly LostRecords[], state: LostRecords['state']): number {
  return lost
    .filter((one) => one.state === state)
    .reduce((sum, { first, last = first }) => sum + last - first + 1, 0);
}
