import { describeGroup } from '../kafka/admin/describeGroup.ts';
import { listGroupOffsets } from '../kafka/admin/listGroupOffsets.ts';
import type { ShownRow } from './blockResult.ts';
import type { RunContext } from './runContext.ts';

/** A group's committed offsets, each with its lag and who reads the partition. */
export async function groupOffsetRows(
  id: string,
  { client, signal }: RunContext,
): Promise<ShownRow[]> {
  const { members } = await describeGroup(client, id, signal);
  const offsets = await listGroupOffsets(client, id, signal);
  return offsets.map(({ topic, partition, committed, end, lag }) => {
    const member = members.find(({ assignments }) =>
      assignments.some((one) => one.topic === topic && one.partitions.includes(partition)),
    );
    return {
      topic,
      partition,
      committed: String(committed),
      end: end === undefined ? null : String(end),
      lag: lag === undefined ? null : String(lag),
      member: member?.memberId ?? null,
      host: member?.host ?? null,
    };
  });
}
