import { EventEmitter, type Event } from 'vscode';
import type { Log } from '../../core/log.ts';
import type { ClusterFacts } from '../../core/scratch/language/clusterFacts.ts';
import { listGroups } from '../../kafka/admin/listGroups.ts';
import { listTopics } from '../../kafka/admin/listTopics.ts';
import type { ClusterRegistry } from '../clusters/clusterRegistry.ts';

/** Facts older than this are asked for anew when somebody looks at them. */
const freshMs = 15_000;
const limitMs = 5_000;

interface Known {
  facts: ClusterFacts;
  askedMs: number;
  asking: boolean;
}

/**
 * What language help knows of connected clusters. It answers at once with what is there; asking goes on
 * behind it, never connects by itself, and has a time limit.
 */
export class ClusterFactsCache {
  readonly #clusters: ClusterRegistry;
  readonly #log: Log;
  readonly #known = new Map<string, Known>();
  readonly #changed = new EventEmitter<string>();
  /** Fires with the name of a cluster about which something else is known now. */
  readonly onDidChange: Event<string> = this.#changed.event;

  constructor(clusters: ClusterRegistry, log: Log) {
    this.#clusters = clusters;
    this.#log = log;
  }

  /** What is known now; undefined where the cluster is not connected. */
  of(name: string | undefined): ClusterFacts | undefined {
    if (name === undefined || this.#clusters.state(name).kind !== 'connected') return undefined;
    const known = this.#known.get(name);
    if (known === undefined || Date.now() - known.askedMs > freshMs) this.refresh(name);
    return this.#known.get(name)?.facts;
  }

  /** Asks anew, as after a block that may have changed something. */
  refresh(name: string): void {
    if (this.#clusters.state(name).kind !== 'connected') {
      this.#known.delete(name);
      return;
    }
    const known = this.#known.get(name) ?? { facts: { cluster: name }, askedMs: 0, asking: false };
    this.#known.set(name, known);
    if (known.asking) return;
    known.asking = true;
    known.askedMs = Date.now();
    void this.#ask(name, known);
  }

  async #ask(name: string, known: Known): Promise<void> {
    const before = known.facts;
    try {
      const client = await this.#clusters.client(name);
      const signal = AbortSignal.timeout(limitMs);
      const [topics, groups] = await Promise.allSettled([
        listTopics(client, signal),
        listGroups(client, signal),
      ]);
      known.facts = {
        cluster: name,
        topics: topics.status === 'fulfilled' ? topicFacts(topics.value) : before.topics,
        groups:
          groups.status === 'fulfilled' ? groups.value.map(({ id }) => id).sort() : before.groups,
      };
    } catch (error) {
      this.#log.debug(`Language help knows nothing of ${name}: ${String(error)}`);
    } finally {
      known.asking = false;
    }
    if (known.facts !== before) this.#changed.fire(name);
  }

  dispose(): void {
    this.#changed.dispose();
  }
}

function topicFacts(topics: Awaited<ReturnType<typeof listTopics>>): ClusterFacts['topics'] {
  const sorted = topics.filter(({ error }) => error === undefined);
  sorted.sort((a, b) => (a.name < b.name ? -1 : 1));
  return new Map(
    sorted.map(({ name, partitions, internal }) => [
      name,
      {
        partitions: partitions.length,
        replicationFactor: partitions[0]?.replicas.length ?? 0,
        internal,
      },
    ]),
  );
}
