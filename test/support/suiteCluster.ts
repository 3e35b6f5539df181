import { after, before } from 'node:test';
import { silentLog } from '../../src/core/log.ts';
import type { ClusterClient } from '../../src/kafka/connection/clusterClient.ts';
import type { LocalBroker } from '../../src/local/localBroker.ts';
import {
  startLocalCluster,
  type LocalCluster,
  type LocalClusterOptions,
} from '../../src/local/localCluster.ts';
import { fromRunner } from './environment.ts';
import { tempFolder } from './tempFolder.ts';
import { testClient } from './testClient.ts';

interface Started {
  readonly cluster: LocalCluster;
  readonly client: ClusterClient;
  readonly folder: string;
}

/**
 * A cluster of the tests of one `describe`, for what the runner's broker is not made for: started before them (and
 * behind the `before` calls above it), killed behind them.
 */
export class SuiteCluster {
  #started: Started | undefined;

  constructor(options: Pick<LocalClusterOptions, 'brokers' | 'properties'> = {}) {
    let remove: (() => Promise<void>) | undefined;
    before(async () => {
      const folder = await tempFolder();
      remove = folder.remove;
      const [kafkaLibs, log] = [fromRunner('KAFKA_LIBS'), silentLog];
      const cluster = await startLocalCluster({ kafkaLibs, folder: folder.path, log, ...options });
      const client = testClient(cluster.bootstrapServers);
      this.#started = { cluster, client, folder: folder.path };
    });
    after(async () => {
      await this.#started?.client.close();
      await Promise.all(this.#started?.cluster.brokers.map((broker) => broker.kill()) ?? []);
      await remove?.();
    });
  }

  get client(): ClusterClient {
    return this.#now.client;
  }

  get brokers(): readonly LocalBroker[] {
    return this.#now.cluster.brokers;
  }

  /** Addresses, separated by commas. */
  get bootstrapServers(): string {
    return this.#now.cluster.bootstrapServers;
  }

  /** Where the brokers keep their data: `broker-ID/data`. */
  get folder(): string {
    return this.#now.folder;
  }

  get #now(): Started {
    if (this.#started === undefined) throw new Error('The cluster has not been started yet.');
    return this.#started;
  }
}
