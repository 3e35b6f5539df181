import { committedOffsets } from '../../kafka/admin/committedOffsets.ts';
import type { ClusterClient } from '../../kafka/connection/clusterClient.ts';
import { throwIfFailed } from '../../kafka/wire/brokerError.ts';

/** What a group has committed, by topic and partition. */
export type GroupStarts = ReadonlyMap<string, ReadonlyMap<number, bigint>>;

/**
 * Where a group goes on in each of some topics. It is asked for and not joined: nothing changes for it.
 *
 * @throws KafkaError where it may not be told
 */
export async function groupStarts(
  client: ClusterClient,
  group: string,
  topics: readonly string[],
  signal: AbortSignal,
): Promise<GroupStarts> {
  const starts = new Map(topics.map((topic) => [topic, new Map<number, bigint>()]));
  const committed = await committedOffsets(client, group, signal);
  for (const { topic, partition, offset, errorCode } of committed) {
    const own = starts.get(topic);
    if (own === undefined) continue;
    throwIfFailed(errorCode, { group, topic, partition });
    own.set(partition, offset);
  }
  return starts;
}
