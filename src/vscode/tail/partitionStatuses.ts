import type { ReadProgress } from '../../kafka/read/readProgress.ts';
import type { Translate } from '../../messages/translate.ts';
import { toUserError } from '../../messages/userError.ts';
import { placeName, type ScanStarts } from './scanStatus.ts';
import type { PartitionStatus } from '../../protocol/tailStatus.ts';

/**
 * Where each partition of a read stands, for the page.
 *
 * @param named the view is of several topics: each partition says whose it is
 * @param starts where what is shown of the partitions begins
 */
export function partitionStatuses(
  progress: ReadProgress | undefined,
  named: boolean,
  starts: ScanStarts,
  t: Translate,
): PartitionStatus[] {
  return (progress?.partitions ?? []).map((partition) => {
    const { position = 0n, end = position, problem } = partition;
    const start = starts.get(placeName(partition));
    return {
      ...(named && { topic: partition.topic }),
      partition: partition.partition,
      position: String(position),
      end: String(end),
      ...(start !== undefined && { start: String(start) }),
      ...(problem === undefined ? {} : { problem: toUserError(problem, t).text }),
    };
  });
}
