import { KafkaError } from '../../core/kafkaError.ts';
import { delay } from '../admin/delay.ts';
import { isAway } from '../connection/isAway.ts';
import { brokerError } from '../wire/brokerError.ts';
import type { BatchQueues } from './batchQueues.ts';
import type { BatchSettlement } from './batchSettlement.ts';
import type { PendingBatch } from './pendingBatch.ts';
import type { TopicLeaders } from './topicLeaders.ts';

const firstPauseMs = 50;
const maxPauseMs = 1_000;
const leaderNotAvailable = 5;

/**
 * Finds leaders for batches that have none. It goes on while nobody answers, as when the only broker restarts; what
 * has waited for too long is refused.
 */
export class LeaderSearch {
  readonly #leaders: TopicLeaders;
  readonly #queues: BatchQueues;
  readonly #settlement: BatchSettlement;
  readonly #timeoutMs: number;
  readonly #signal: AbortSignal | undefined;
  #rounds = 0;
  #running = false;

  /** @param options `timeoutMs` is what a batch may wait from its first attempt, or from its first round here */
  constructor(
    leaders: TopicLeaders,
    queues: BatchQueues,
    settlement: BatchSettlement,
    options: { readonly timeoutMs: number; readonly signal: AbortSignal | undefined },
  ) {
    this.#leaders = leaders;
    this.#queues = queues;
    this.#settlement = settlement;
    this.#timeoutMs = options.timeoutMs;
    this.#signal = options.signal;
  }

  /** True while a round is under way. */
  get running(): boolean {
    return this.#running;
  }

  /**
   * Asks the cluster once, after a pause that grows with every fruitless round. Gives up all that waits where it says
   * what will not pass (the topic is gone), and where the signal aborts.
   */
  async round(): Promise<void> {
    this.#running = true;
    // The time of what waits behind others runs as well: else one batch would end after the other.
    for (const batch of this.#leaderless()) batch.beginTime(this.#timeoutMs);
    try {
      const attempts = Math.max(0, ...this.#queues.heads().map((batch) => batch.attempts));
      await delay(
        Math.min(firstPauseMs * 2 ** (attempts + this.#rounds), maxPauseMs),
        this.#signal,
      );
      const failure = await this.#ask();
      const without = this.#leaderless();
      this.#rounds = without.length === 0 ? 0 : this.#rounds + 1;
      for (const batch of without) {
        if (batch.isInTime) continue;
        const where = { topic: this.#leaders.topic, partition: batch.partition };
        this.#settlement.refused(batch, failure ?? brokerError(leaderNotAvailable, where));
      }
    } catch (error) {
      this.#settlement.giveUp(error instanceof Error ? error : new Error(String(error)));
    } finally {
      this.#running = false;
    }
  }

  /** Gives why there may still be no leader, where that may pass. */
  async #ask(): Promise<KafkaError | undefined> {
    try {
      await this.#leaders.refresh(this.#signal);
      return undefined;
    } catch (error) {
      if (isAway(error)) return error;
      if (error instanceof KafkaError && error.reason === 'leaderUnavailable') return error;
      throw error;
    }
  }

  #leaderless(): PendingBatch[] {
    const waiting = this.#queues.waiting();
    return waiting.filter(({ partition }) => this.#leaders.of(partition) === undefined);
  }
}
