import { byTopic } from './byTopic.ts';
import type { Membership } from './groupMembership.ts';
import type { WireRequest } from './wireRequest.ts';

/** One offset to commit. */
export interface OffsetToCommit {
  readonly topic: string;
  readonly partition: number;
  readonly offset: bigint;
}
/** The answer for one partition. */
export interface OffsetCommitResult {
  readonly topic: string;
  readonly partition: number;
  readonly errorCode: number;
}

/**
 * OffsetCommit (API 8), versions 2–8. Without a member it comes from nobody (generation −1): a coordinator
 * takes that while the group has no members. Must go to the group's coordinator.
 */
export function offsetCommitRequest(
  group: string,
  offsets: readonly OffsetToCommit[],
  member?: Membership,
): WireRequest<OffsetCommitResult[]> {
  return {
    apiKey: 8,
    apiName: 'OffsetCommit',
    minVersion: 2,
    maxVersion: 8,
    flexibleFrom: 8,
    repeatable: false,
    encode(writer, version) {
      writer.string(group);
      writer.int32(member?.generation ?? -1);
      writer.string(member?.memberId ?? '');
      if (version >= 7) writer.nullableString(null); // group_instance_id
      if (version <= 4) writer.int64(-1n); // retention_time_ms: the broker's
      writer.array(byTopic(offsets), ([topic, partitions]) => {
        writer.string(topic);
        writer.array(partitions, ({ partition, offset }) => {
          writer.int32(partition);
          writer.int64(offset);
          if (version >= 6) writer.int32(-1); // committed_leader_epoch: not known
          writer.nullableString(''); // committed_metadata
          writer.tags();
        });
        writer.tags();
      });
      writer.tags();
    },
    decode(reader, version) {
      if (version >= 3) reader.int32(); // throttle_time_ms
      const topics = reader.array(() => {
        const topic = reader.string();
        const partitions = reader.array(() => {
          const partition = reader.int32();
          const errorCode = reader.int16();
          reader.tags();
          return { topic, partition, errorCode };
        });
        reader.tags();
        return partitions;
      });
      return topics.flat();
    },
  };
}
