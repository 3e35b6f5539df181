import { readAssignment, type TopicPartitions } from './consumerProtocol.ts';
import type { Reader } from './reader.ts';
import type { WireRequest } from './wireRequest.ts';

/** A group of the classic protocol. */
export interface DescribedGroup {
  readonly errorCode: number;
  readonly errorText: string | null;
  readonly id: string;
  /** `Dead` for a group that does not exist (before version 6) or is not of the classic protocol. */
  readonly state: string;
  readonly protocolType: string;
  /** The assignor that the members agreed on; empty while they have not. */
  readonly protocol: string;
  readonly members: readonly DescribedMember[];
}
/** One member of a classic group. */
export interface DescribedMember {
  readonly memberId: string;
  readonly instanceId: string | null;
  readonly clientId: string;
  /** As the broker saw it, with a leading slash. */
  readonly host: string;
  /** Empty where the group's protocol is not `consumer`, or while it rebalances. */
  readonly assignments: readonly TopicPartitions[];
}

/** DescribeGroups (API 15), versions 0–6, for one group; must go to its coordinator. */
export function describeGroupsRequest(group: string): WireRequest<DescribedGroup[]> {
  return {
    apiKey: 15,
    apiName: 'DescribeGroups',
    minVersion: 0,
    maxVersion: 6,
    flexibleFrom: 5,
    encode(writer, version) {
      writer.array([group], (id) => {
        writer.string(id);
      });
      if (version >= 3) writer.boolean(false); // include_authorized_operations
      writer.tags();
    },
    decode(reader, version) {
      if (version >= 1) reader.int32(); // throttle_time_ms
      return reader.array(() => readGroup(reader, version));
    },
  };
}

function readGroup(reader: Reader, version: number): DescribedGroup {
  const errorCode = reader.int16();
  const errorText = version >= 6 ? reader.nullableString() : null;
  const id = reader.string();
  const state = reader.string();
  const protocolType = reader.string();
  const protocol = reader.string();
  const members = reader.array((): DescribedMember => {
    const memberId = reader.string();
    const instanceId = version >= 4 ? reader.nullableString() : null;
    const clientId = reader.string();
    const host = reader.string();
    reader.nullableBytes(); // member_metadata: the subscription
    const assignment = reader.nullableBytes();
    reader.tags();
    const assignments = protocolType === 'consumer' ? readAssignment(assignment) : [];
    return { memberId, instanceId, clientId, host, assignments };
  });
  if (version >= 3) reader.int32(); // authorized_operations
  reader.tags();
  return { errorCode, errorText, id, state, protocolType, protocol, members };
}
