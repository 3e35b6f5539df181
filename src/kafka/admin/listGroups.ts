import { isAbort, KafkaError } from '../../core/kafkaError.ts';
import type { ClusterClient } from '../connection/clusterClient.ts';
import { throwIfFailed } from '../wire/brokerError.ts';
import { listGroupsRequest } from '../wire/listGroups.ts';
import { atBroker } from './atCoordinator.ts';

/** Which protocol a group speaks: `consumer` is KIP-848's, `classic` all that came before. */
export type GroupType = 'classic' | 'consumer' | 'share' | 'streams' | 'unknown';

/** A group as its coordinator lists it. */
export interface GroupListing {
  readonly id: string;
  /** `consumer`, `connect`, `share`, …; empty for a group without members that was only committed to. */
  readonly protocolType: string;
  /** Kafka's word: `Stable`, `Empty`, `PreparingRebalance`, …; `undefined` before Kafka 2.6. */
  readonly state?: string | undefined;
  /** `unknown` before Kafka 3.8, or for a type newer than us. */
  readonly type: GroupType;
  /** Id of the broker that coordinates it. */
  readonly coordinator: number;
  readonly error?: KafkaError | undefined;
}

const perBrokerMs = 10_000;
const types: Readonly<Record<string, GroupType>> = {
  classic: 'classic',
  consumer: 'consumer',
  share: 'share',
  streams: 'streams',
};

/**
 * All groups that we may see: every broker is asked, since each knows its own; one that is still loading its groups
 * is asked again. A broker that does not answer is left out; only when none answers does this reject.
 */
export async function listGroups(
  client: ClusterClient,
  signal?: AbortSignal,
): Promise<GroupListing[]> {
  const { brokers } = await client.refresh(signal);
  const answers = await Promise.all(
    [...brokers.keys()].map((broker) =>
      listGroupsOf(client, broker, signal).catch((error: unknown) => {
        if (isAbort(error) || !(error instanceof KafkaError)) throw error;
        return error;
      }),
    ),
  );
  const failure = answers.find((answer) => answer instanceof KafkaError);
  if (failure && answers.every((answer) => answer instanceof KafkaError)) throw failure;
  const groups = new Map<string, GroupListing>();
  // While a coordinator moves, two brokers may both tell of a group.
  for (const group of answers.flatMap((answer) => (answer instanceof KafkaError ? [] : answer))) {
    groups.set(group.id, group);
  }
  return [...groups.values()];
}

function listGroupsOf(
  client: ClusterClient,
  broker: number,
  signal: AbortSignal | undefined,
): Promise<GroupListing[]> {
  const options = { signal, timeoutMs: perBrokerMs };
  return atBroker(broker, signal, async (coordinator) => {
    const { errorCode, groups } = await client.send(coordinator, listGroupsRequest, options);
    throwIfFailed(errorCode, { broker: coordinator });
    return groups.map(({ id, protocolType, state, type }) => ({
      id,
      protocolType,
      state,
      type: types[type?.toLowerCase() ?? ''] ?? 'unknown',
      coordinator,
    }));
  });
}
