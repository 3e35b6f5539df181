import type { ClusterClient } from '../connection/clusterClient.ts';
import { throwIfFailed } from '../wire/brokerError.ts';
import { deleteGroupsRequest } from '../wire/deleteGroups.ts';
import { atCoordinator } from './atCoordinator.ts';

/** Deletes a group and its committed offsets. Rejects with `groupUnknown`, or where it has members. */
export async function deleteGroup(
  client: ClusterClient,
  group: string,
  signal?: AbortSignal,
): Promise<void> {
  await atCoordinator(client, group, undefined, signal, async (broker) => {
    throwIfFailed(await client.send(broker, deleteGroupsRequest(group), { signal }), { group });
  });
}
