import { isDeepStrictEqual } from 'node:util';
import {
  commands,
  EventEmitter,
  workspace,
  type Disposable,
  type Event,
  type Memento,
} from 'vscode';
import { isAbort, KafkaError } from '../../core/kafkaError.ts';
import type { Log } from '../../core/log.ts';
import { describeCluster } from '../../kafka/admin/describeCluster.ts';
import { ClusterClient } from '../../kafka/connection/clusterClient.ts';
import { contextKeys, settingPrefix, settings } from '../ids.ts';
import { readClusters, type SavedCluster } from './clusterSettings.ts';
import type { ClusterState } from './clusterState.ts';

/** `cluster` is the one whose state changed; undefined where the list itself did. */
export interface ClusterChange {
  readonly cluster?: string;
}

interface Connection {
  readonly client: ClusterClient;
  readonly ready: Promise<ClusterClient>;
}

const selectedKey = 'selectedCluster';
/** For connecting and finding out what is there, whatever the peer does. */
const connectLimitMs = 10_000;

/** The saved clusters, their clients and states: the one place where the editor meets connections. */
export class ClusterRegistry implements Disposable {
  readonly #log: Log;
  readonly #memento: Memento;
  readonly #changed = new EventEmitter<ClusterChange>();
  readonly #connections = new Map<string, Connection>();
  readonly #states = new Map<string, ClusterState>();
  readonly #listener: Disposable;
  #clusters: SavedCluster[] = [];

  readonly onDidChange: Event<ClusterChange> = this.#changed.event;

  constructor(log: Log, memento: Memento) {
    this.#log = log;
    this.#memento = memento;
    this.#reload();
    this.#listener = workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(`${settingPrefix}.${settings.clusters}`)) this.#reload();
    });
  }

  list(): readonly SavedCluster[] {
    return this.#clusters;
  }

  find(name: string): SavedCluster | undefined {
    return this.#clusters.find((cluster) => cluster.name === name);
  }

  state(name: string): ClusterState {
    return this.#states.get(name) ?? { kind: 'disconnected' };
  }

  /** The cluster that commands and files use when they name none: the chosen one, or the only one. */
  selected(): SavedCluster | undefined {
    const name = this.#memento.get<string>(selectedKey);
    const chosen = name === undefined ? undefined : this.find(name);
    return chosen ?? (this.#clusters.length === 1 ? this.#clusters[0] : undefined);
  }

  async select(name: string): Promise<void> {
    await this.#memento.update(selectedKey, name);
    this.#changed.fire({});
  }

  /** A connected client; connects when there is none. Rejects with the KafkaError of the failed attempt. */
  client(name: string): Promise<ClusterClient> {
    const open = this.#connections.get(name);
    if (open !== undefined) return open.ready;
    const profile = this.find(name);
    if (profile === undefined) {
      return Promise.reject(
        new KafkaError('inputInvalid', `There is no saved cluster named "${name}".`),
      );
    }
    if (profile.profile === undefined) {
      const error = profile.problem ?? new KafkaError('internal', `"${name}" has no addresses`);
      this.#setState(name, { kind: 'failed', error });
      return Promise.reject(error);
    }
    const client = new ClusterClient(profile.profile, { log: this.#log });
    const connection = { client, ready: this.#connect(name, client) };
    this.#connections.set(name, connection);
    return connection.ready;
  }

  async #connect(name: string, client: ClusterClient): Promise<ClusterClient> {
    this.#setState(name, { kind: 'connecting' });
    try {
      const limit = AbortSignal.timeout(connectLimitMs);
      await client.connect(limit);
      const description = await describeCluster(client, limit);
      if (this.#connections.get(name)?.client === client) {
        this.#setState(name, { kind: 'connected', description });
      }
      return client;
    } catch (error) {
      if (this.#connections.get(name)?.client === client) {
        this.#connections.delete(name);
        this.#setState(name, isAbort(error) ? { kind: 'disconnected' } : { kind: 'failed', error });
      }
      void client.close();
      throw error;
    }
  }

  /** Asks a connected cluster anew who its brokers are; one that does not answer any more has failed. */
  async refresh(name: string): Promise<void> {
    const connection = this.#connections.get(name);
    if (connection === undefined || this.state(name).kind !== 'connected') return;
    try {
      const limit = AbortSignal.timeout(connectLimitMs);
      const description = await describeCluster(connection.client, limit);
      if (this.#connections.get(name) === connection) {
        this.#setState(name, { kind: 'connected', description });
      }
    } catch (error) {
      if (this.#connections.get(name) !== connection || isAbort(error)) return;
      this.#connections.delete(name);
      this.#setState(name, { kind: 'failed', error });
      void connection.client.close();
    }
  }

  /** Closes a cluster's connections at once. */
  async disconnect(name: string): Promise<void> {
    const connection = this.#connections.get(name);
    this.#connections.delete(name);
    this.#setState(name, { kind: 'disconnected' });
    await connection?.client.close();
  }

  #setState(name: string, state: ClusterState): void {
    this.#states.set(name, state);
    this.#changed.fire({ cluster: name });
  }

  /** Takes over the settings; a cluster that was removed or has changed is disconnected. */
  #reload(): void {
    const before = new Map(this.#clusters.map((cluster) => [cluster.name, cluster]));
    this.#clusters = readClusters();
    for (const [name, cluster] of before) {
      if (!isDeepStrictEqual(this.find(name), cluster)) void this.disconnect(name);
    }
    void commands.executeCommand('setContext', contextKeys.hasClusters, this.#clusters.length > 0);
    this.#changed.fire({});
  }

  dispose(): void {
    this.#listener.dispose();
    this.#changed.dispose();
    for (const { client } of this.#connections.values()) void client.close();
    this.#connections.clear();
  }
}
