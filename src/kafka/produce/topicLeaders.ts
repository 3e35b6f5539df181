import { describeTopic } from '../admin/describeTopic.ts';
import type { TopicInfo } from '../admin/topicInfo.ts';
import type { ClusterClient } from '../connection/clusterClient.ts';

/** Who leads the partitions of a topic, as last told. */
export class TopicLeaders {
  readonly topic: string;
  readonly #client: ClusterClient;
  #leaders = new Map<number, number>();

  constructor(client: ClusterClient, info: TopicInfo) {
    this.#client = client;
    this.topic = info.name;
    this.#learn(info);
  }

  /** Partitions that have a leader. */
  get available(): number[] {
    return [...this.#leaders.keys()];
  }

  /** `undefined` while it has none, or the one it had was {@link forget}ten. */
  of(partition: number): number | undefined {
    return this.#leaders.get(partition);
  }

  /** The leader turned out not to be it. */
  forget(partition: number): void {
    this.#leaders.delete(partition);
  }

  /** Asks the cluster again. Rejects when the topic is gone or nobody answers. */
  async refresh(signal: AbortSignal | undefined): Promise<void> {
    this.#learn(await describeTopic(this.#client, this.topic, signal));
  }

  #learn(info: TopicInfo): void {
    this.#leaders = new Map();
    for (const { partition, leader } of info.partitions) {
      if (leader !== undefined) this.#leaders.set(partition, leader);
    }
  }
}
