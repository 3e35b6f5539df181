import { type TopicPartitions, assignmentBytes, readAssignment } from './consumerProtocol.ts';
import type { WireRequest } from './wireRequest.ts';
import type { Writer } from './writer.ts';

/** A member of a group, as its requests name it. */
export interface Membership {
  readonly group: string;
  readonly memberId: string;
  readonly generation: number;
}

/** What every member of a group gets; only its leader says so. */
export type GroupAssignment = ReadonlyMap<string, readonly TopicPartitions[]>;

/** SyncGroup (API 14), versions 0–3: the leader hands over who reads what; all are told their part. */
export function syncGroupRequest(
  member: Membership,
  assignment: GroupAssignment,
): WireRequest<{ errorCode: number; assigned: TopicPartitions[] }> {
  return {
    apiKey: 14,
    apiName: 'SyncGroup',
    minVersion: 0,
    maxVersion: 3,
    encode(writer, version) {
      writeMember(writer, member, version);
      writer.array([...assignment], ([id, given]) => {
        writer.string(id);
        writer.nullableBytes(assignmentBytes(given));
      });
    },
    decode(reader, version) {
      if (version >= 1) reader.int32(); // throttle_time_ms
      return { errorCode: reader.int16(), assigned: readAssignment(reader.nullableBytes()) };
    },
  };
}

/** Heartbeat (API 12), versions 0–3. Gives the error code: 0, or why the member must join again. */
export function heartbeatRequest(member: Membership): WireRequest<number> {
  return {
    apiKey: 12,
    apiName: 'Heartbeat',
    minVersion: 0,
    maxVersion: 3,
    encode(writer, version) {
      writeMember(writer, member, version);
    },
    decode(reader, version) {
      if (version >= 1) reader.int32(); // throttle_time_ms
      return reader.int16();
    },
  };
}

/** LeaveGroup (API 13), versions 0–2. Gives the error code. */
export function leaveGroupRequest({
  group,
  memberId,
}: Pick<Membership, 'group' | 'memberId'>): WireRequest<number> {
  return {
    apiKey: 13,
    apiName: 'LeaveGroup',
    minVersion: 0,
    maxVersion: 2,
    encode(writer) {
      writer.string(group);
      writer.string(memberId);
    },
    decode(reader, version) {
      if (version >= 1) reader.int32(); // throttle_time_ms
      return reader.int16();
    },
  };
}

/** How versions 0–3 of SyncGroup and Heartbeat begin. */
function writeMember(
  writer: Writer,
  { group, memberId, generation }: Membership,
  version: number,
): void {
  writer.string(group);
  writer.int32(generation);
  writer.string(memberId);
  if (version >= 3) writer.nullableString(null); // group_instance_id
}
