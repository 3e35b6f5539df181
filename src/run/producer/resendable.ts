import type { BlockResult, LostRecords } from '../blockResult.ts';
import { isAllLostListed } from './isAllLostListed.ts';

/**
 * What of a PRODUCER's run can be sent by itself: empty where all of it would be (nothing was written, or its
 * transaction was not committed), and where not all of it is listed.
 *
 * @param isPart the run was of a part already: the others were written before
 */
export function resendable(result: BlockResult, isPart: boolean): readonly LostRecords[] {
  const { lost = [], count, records = [], transaction } = result;
  const isAll = (!isPart && (count ?? records.length) === 0) || transaction !== undefined;
  return isAll || !isAllLostListed(result) ? [] : lost;
}
