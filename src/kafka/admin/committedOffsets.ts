import type { ClusterClient } from '../connection/clusterClient.ts';
import { throwIfFailed } from '../wire/brokerError.ts';
import { type CommittedOffset, offsetFetchRequest } from '../wire/offsetFetch.ts';
import { atCoordinator } from './atCoordinator.ts';

/**
 * What a group has committed, in no particular order, asked of its coordinator without joining it (OffsetFetch);
 * partitions that could not be told carry their error. Nothing for a group that does not exist.
 */
export function committedOffsets(
  client: ClusterClient,
  group: string,
  signal?: AbortSignal,
): Promise<CommittedOffset[]> {
  return atCoordinator(client, group, undefined, signal, async (broker) => {
    const answer = await client.send(broker, offsetFetchRequest(group), { signal });
    throwIfFailed(answer.errorCode, { group });
    return answer.offsets.filter(({ offset, errorCode }) => offset >= 0n || errorCode !== 0);
  });
}
