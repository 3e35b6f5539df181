import { KafkaError } from '../../core/kafkaError.ts';
import type { ClusterClient } from '../connection/clusterClient.ts';
import { brokerError, errorCodeOf, throwIfFailed } from '../wire/brokerError.ts';
import { consumerGroupDescribeRequest } from '../wire/consumerGroupDescribe.ts';
import { type DescribedMember, describeGroupsRequest } from '../wire/describeGroups.ts';
import { atCoordinator } from './atCoordinator.ts';
import type { GroupListing, GroupType } from './listGroups.ts';

/** A group with its members. */
export interface GroupDescription {
  readonly id: string;
  readonly type: GroupType;
  /** Kafka's word: `Stable`, `Empty`, `Assigning`, … */
  readonly state: string;
  /** `range`, `uniform`, …; `undefined` while none is agreed on. */
  readonly assignor?: string | undefined;
  /** Id of the broker that coordinates it. */
  readonly coordinator: number;
  readonly members: readonly GroupMember[];
}
/** One member of a group, and the partitions it has been given. */
export interface GroupMember {
  readonly memberId: string;
  /** Of a static member (`group.instance.id`). */
  readonly instanceId?: string | undefined;
  readonly clientId: string;
  /** Where the member connects from. */
  readonly host: string;
  /** What it has to read, ordered by topic and partition. */
  readonly assignments: readonly { topic: string; partitions: readonly number[] }[];
}

const groupIdNotFound = 69;

/**
 * Describes a group: by ConsumerGroupDescribe where its protocol is KIP-848's (the older API calls such a
 * group dead), else by DescribeGroups. Of share and streams groups it tells what the listing told.
 * Rejects with `KafkaError('groupUnknown')` when no broker has it.
 */
export async function describeGroup(
  client: ClusterClient,
  group: GroupListing | string,
  signal?: AbortSignal,
): Promise<GroupDescription> {
  const listing = typeof group === 'string' ? undefined : group;
  const id = listing?.id ?? (group as string);
  if (listing?.type === 'share' || listing?.type === 'streams') {
    const { type, coordinator, state = '' } = listing;
    return { id, type, state, coordinator, members: [] };
  }
  return atCoordinator(client, id, listing?.coordinator, signal, async (broker) => {
    if (listing?.type !== 'classic') {
      const described = await describeConsumerGroup(client, id, broker, signal);
      if (described) return described;
    }
    return describeClassicGroup(client, id, broker, signal);
  });
}

async function describeConsumerGroup(
  client: ClusterClient,
  id: string,
  coordinator: number,
  signal: AbortSignal | undefined,
): Promise<GroupDescription | undefined> {
  try {
    const request = consumerGroupDescribeRequest(id);
    const [found] = await client.send(coordinator, request, { signal });
    if (!found) return undefined;
    throwIfFailed(found.errorCode, { group: id, text: found.errorText });
    const { state, assignor, members } = found;
    return { id, type: 'consumer', state, assignor, coordinator, members: members.map(memberOf) };
  } catch (error) {
    const older = error instanceof KafkaError && error.reason === 'versionUnsupported';
    if (older || errorCodeOf(error) === groupIdNotFound) return undefined;
    throw error;
  }
}

async function describeClassicGroup(
  client: ClusterClient,
  id: string,
  coordinator: number,
  signal: AbortSignal | undefined,
): Promise<GroupDescription> {
  const [found] = await client.send(coordinator, describeGroupsRequest(id), { signal });
  if (!found || found.state === 'Dead') throw brokerError(groupIdNotFound, { group: id });
  throwIfFailed(found.errorCode, { group: id, text: found.errorText });
  const { state, protocol, members } = found;
  const assignor = protocol === '' ? undefined : protocol;
  return { id, type: 'classic', state, assignor, coordinator, members: members.map(memberOf) };
}

function memberOf(member: DescribedMember): GroupMember {
  const { memberId, instanceId, clientId, host } = member;
  const assignments = member.assignments
    .map(({ topic, partitions }) => ({ topic, partitions: [...partitions].sort((a, b) => a - b) }))
    .sort((a, b) => (a.topic < b.topic ? -1 : 1));
  return {
    memberId,
    instanceId: instanceId ?? undefined,
    clientId,
    host: host.replace(/^\//, ''),
    assignments,
  };
}
