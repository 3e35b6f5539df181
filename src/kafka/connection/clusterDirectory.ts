import type { MetadataBroker, MetadataResponse } from '../wire/metadata.ts';

/** What a client remembers of its cluster between requests: who the brokers are and where they listen. */
export interface ClusterDirectory {
  readonly clusterId: string | undefined;
  /** The broker to send controller requests to; `undefined` when the cluster has none at the moment. */
  readonly controllerId: number | undefined;
  readonly brokers: ReadonlyMap<number, MetadataBroker>;
}

/** Takes the directory out of a Metadata response. */
export function directoryOf(metadata: MetadataResponse): ClusterDirectory {
  return {
    clusterId: metadata.clusterId ?? undefined,
    controllerId: metadata.controllerId < 0 ? undefined : metadata.controllerId,
    brokers: new Map(metadata.brokers.map((broker) => [broker.id, broker])),
  };
}
