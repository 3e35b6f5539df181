import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Log } from '../core/log.ts';
import { nextState } from './clusterState.ts';
import { findJava } from './findJava.ts';
import { LocalBroker } from './localBroker.ts';

/** Where and how a local cluster runs. */
export interface LocalClusterOptions {
  /** Folder of Kafka's jars. */
  readonly kafkaLibs: string;
  /** The cluster's own folder; its data stay there between starts. */
  readonly folder: string;
  /** How many brokers; 1 unless told. */
  readonly brokers?: number;
  /** Ports for clients, one per broker; free ones are chosen for those that are not told. */
  readonly ports?: readonly number[];
  /** The Java program; looked up unless told (see {@link findJava}). */
  readonly java?: string;
  readonly log: Log;
  /** More broker properties, by name. */
  readonly properties?: Readonly<Record<string, string>>;
  /** Throws the data of earlier starts away. */
  readonly fresh?: boolean;
  /** How long a broker may take to answer; 60 s unless told. */
  readonly startLimitMs?: number;
}

/** A running cluster on this machine: KRaft, 127.0.0.1 only. Made by {@link startLocalCluster}. */
export class LocalCluster {
  readonly clusterId: string;
  readonly brokers: readonly LocalBroker[];

  constructor(clusterId: string, brokers: readonly LocalBroker[]) {
    this.clusterId = clusterId;
    this.brokers = brokers;
  }

  /** The address list for clients: `127.0.0.1:port,…`. */
  get bootstrapServers(): string {
    return this.brokers.map((broker) => broker.address).join(',');
  }

  /** Ends every broker in order; the data stay. */
  async stop(): Promise<void> {
    await Promise.all(this.brokers.map((broker) => broker.stop()));
  }
}

/**
 * Starts a cluster in its folder and waits until every broker answers.
 *
 * @throws KafkaError javaMissing, javaTooOld, portInUse or localBrokerFailed; the abort reason when aborted.
 *   Nothing runs after a rejection.
 */
export async function startLocalCluster(
  options: LocalClusterOptions,
  signal?: AbortSignal,
): Promise<LocalCluster> {
  signal?.throwIfAborted();
  const java = await findJava(options.java);
  if (options.fresh === true) await rm(options.folder, { recursive: true, force: true });
  await mkdir(options.folder, { recursive: true });
  const count = options.brokers ?? 1;
  const { clusterId, nodes } = await nextState(options.folder, {
    brokers: count,
    ...(options.ports && { ports: options.ports }),
  });
  const brokers = nodes.map(
    (node) =>
      new LocalBroker(node, {
        ...options,
        java,
        nodes,
        clusterId,
        folder: join(options.folder, `broker-${node.id}`),
      }),
  );
  const starts = await Promise.allSettled(brokers.map((broker) => broker.start(signal)));
  const failed = starts.find((start) => start.status === 'rejected');
  if (failed !== undefined) {
    await Promise.all(brokers.map((broker) => broker.kill()));
    throw failed.reason;
  }
  return new LocalCluster(clusterId, brokers);
}
