import { isAbort } from '../../core/kafkaError.ts';
import type { ClusterClient } from '../connection/clusterClient.ts';
import { apiVersionsRequest } from '../wire/apiVersions.ts';
import { describeQuorumRequest } from '../wire/describeQuorum.ts';
import { featureLevelText } from './featureLevel.ts';

/** The cluster as a whole. */
export interface ClusterDescription {
  readonly clusterId?: string | undefined;
  /** Node id of the active controller. In KRaft it need not be a broker; `undefined` when not told. */
  readonly controllerId: number | undefined;
  /** Ordered by id. */
  readonly brokers: readonly BrokerInfo[];
  /** The cluster's `metadata.version` in words, e.g. `4.3-IV0`; `undefined` where there is none (ZooKeeper). */
  readonly featureLevel?: string | undefined;
}
/** One broker as the cluster advertises it. */
export interface BrokerInfo {
  readonly id: number;
  /** Where it tells clients to find it (its advertised listener). */
  readonly host: string;
  readonly port: number;
  readonly rack?: string | undefined;
  readonly isController: boolean;
}

/**
 * Asks who the brokers are and what the cluster is. What only a privileged or a newer client may ask
 * (the quorum, the feature level) is left out when refused.
 */
export async function describeCluster(
  client: ClusterClient,
  signal?: AbortSignal,
): Promise<ClusterDescription> {
  const [directory, features, leaderId] = await Promise.all([
    client.refresh(signal),
    unlessAborted(readFeatures(client, signal)),
    unlessAborted(readQuorumLeader(client, signal)),
  ]);
  const level = features?.get('metadata.version');
  const kraft = level !== undefined;
  // In KRaft, Metadata names any live broker as controller: that must not be shown as a fact.
  const controllerId = kraft ? leaderId : directory.controllerId;
  const brokers = [...directory.brokers.values()]
    .sort((a, b) => a.id - b.id)
    .map(({ id, host, port, rack }) => ({
      id,
      host,
      port,
      rack: rack ?? undefined,
      isController: id === controllerId,
    }));
  return {
    clusterId: directory.clusterId,
    controllerId,
    brokers,
    featureLevel: level === undefined ? undefined : featureLevelText(level),
  };
}

async function readFeatures(
  client: ClusterClient,
  signal: AbortSignal | undefined,
): Promise<ReadonlyMap<string, number>> {
  return (await client.send('any', apiVersionsRequest, { signal })).features;
}

async function readQuorumLeader(
  client: ClusterClient,
  signal: AbortSignal | undefined,
): Promise<number | undefined> {
  const { errorCode, leaderId } = await client.send('any', describeQuorumRequest, { signal });
  return errorCode === 0 && leaderId >= 0 ? leaderId : undefined;
}

async function unlessAborted<T>(answer: Promise<T>): Promise<T | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (isAbort(error)) throw error;
    return undefined;
  }
}
