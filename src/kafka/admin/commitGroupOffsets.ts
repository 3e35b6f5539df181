import type { ClusterClient } from '../connection/clusterClient.ts';
import { brokerError } from '../wire/brokerError.ts';
import { offsetCommitRequest, type OffsetToCommit } from '../wire/offsetCommit.ts';
import { atCoordinator } from './atCoordinator.ts';

/** Commits offsets for a group without members; one that has some refuses. A group that is not there comes to be. */
export async function commitGroupOffsets(
  client: ClusterClient,
  group: string,
  offsets: readonly OffsetToCommit[],
  signal?: AbortSignal,
): Promise<void> {
  await atCoordinator(client, group, undefined, signal, async (broker) => {
    const results = await client.send(broker, offsetCommitRequest(group, offsets), { signal });
    for (const { topic, partition, errorCode } of results) {
      if (errorCode !== 0) throw brokerError(errorCode, { group, topic, partition });
    }
  });
}
