import type { ReadProgress } from '../../kafka/read/readProgress.ts';
import type { Translate } from '../../messages/translate.ts';
import { toUserError } from '../../messages/userError.ts';
import type { PartitionStatus } from '../../protocol/tailStatus.ts';

/**
 * Where each partition of a read stands, for the page.
 *
 * @param named the view is of several topics: each partition says whose it is
 * @param cleared where partitions begin whose rows were cleared since
 */
export function partitionStatuses(
  progress: ReadProgress | undefined,
  named: boolean,
  cleared: ReadonlyMap<number, bigint | undefined>,
  t: Translate,
): PartitionStatus[] {
  return (progress?.partitions ?? []).map((partition) => {
    const { position = 0n, end = position, problem } = partition;
    const start = cleared.get(partition.partition) ?? partition.start;
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
