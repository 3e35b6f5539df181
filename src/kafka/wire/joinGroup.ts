import type { WireRequest } from './wireRequest.ts';

/** Who asks to be let into a group, and what for. */
export interface JoinGroup {
  readonly group: string;
  /** Empty until the coordinator has given one. */
  readonly memberId: string;
  /** After so long without a heartbeat the coordinator takes the member for dead. */
  readonly sessionTimeoutMs: number;
  /** How long the coordinator waits for all members to join again. */
  readonly rebalanceTimeoutMs: number;
  /** Names of ways to share partitions, the preferred one first, each with the member's subscription. */
  readonly protocols: readonly { readonly name: string; readonly metadata: Uint8Array }[];
}

/** The answer; `members` is filled for the leader alone. */
export interface JoinedGroup {
  readonly errorCode: number;
  readonly generation: number;
  /** The way to share partitions that all members know. */
  readonly protocol: string;
  readonly leaderId: string;
  readonly memberId: string;
  readonly members: readonly { readonly memberId: string; readonly metadata: Buffer | null }[];
}

/** JoinGroup (API 11), versions 2–5; answered when all members have joined, by the group's coordinator. */
export function joinGroupRequest(join: JoinGroup): WireRequest<JoinedGroup> {
  return {
    apiKey: 11,
    apiName: 'JoinGroup',
    minVersion: 2,
    maxVersion: 5,
    encode(writer, version) {
      writer.string(join.group);
      writer.int32(join.sessionTimeoutMs);
      writer.int32(join.rebalanceTimeoutMs);
      writer.string(join.memberId);
      if (version >= 5) writer.nullableString(null); // group_instance_id
      writer.string('consumer'); // protocol_type
      writer.array(join.protocols, ({ name, metadata }) => {
        writer.string(name);
        writer.nullableBytes(metadata);
      });
    },
    decode(reader, version) {
      reader.int32(); // throttle_time_ms
      const errorCode = reader.int16();
      const generation = reader.int32();
      const protocol = reader.string();
      const leaderId = reader.string();
      const memberId = reader.string();
      const members = reader.array(() => {
        const id = reader.string();
        if (version >= 5) reader.nullableString(); // group_instance_id
        return { memberId: id, metadata: reader.nullableBytes() };
      });
      return { errorCode, generation, protocol, leaderId, memberId, members };
    },
  };
}
