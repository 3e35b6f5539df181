import { randomUUID } from 'node:crypto';
import { atTransactionCoordinator } from '../admin/atCoordinator.ts';
import { delay } from '../admin/delay.ts';
import type { ClusterClient } from '../connection/clusterClient.ts';
import { isAway } from '../connection/isAway.ts';
import { KafkaError } from '../../core/kafkaError.ts';
import { errorCodeOf, throwIfFailed } from '../wire/brokerError.ts';
import { initProducerIdRequest } from '../wire/initProducerId.ts';
import {
  addPartitionsToTxnRequest,
  endTxnRequest,
  type TransactionalProducer,
} from '../wire/transactionRequests.ts';
import type { ProducerIdentity } from './producerIdentity.ts';

/**
 * After so long the cluster aborts what nobody ended. First the most that brokers grant unless configured otherwise
 * (`transaction.max.timeout.ms`); one that grants less is asked for less.
 */
const timeoutMinutes = [15, 5, 1] as const;
const timeoutTooLong = 50;
/** Between attempts to commit while nobody answers. */
const awayMs = 200;
/** The epoch has moved on. As nobody else has the transactional id, the coordinator has ended the transaction. */
const endedCodes: ReadonlySet<number | undefined> = new Set([47, 90]);

/** One transaction of a producer of its own. What is written with it counts when it is committed. */
export class Transaction implements ProducerIdentity, TransactionalProducer {
  readonly transactionalId: string;
  readonly producerId: bigint;
  readonly epoch: number;
  /** After so many the cluster ends it. */
  readonly minutes: number;
  readonly #client: ClusterClient;
  readonly #admitted = new Set<string>();

  private constructor(client: ClusterClient, producer: TransactionalProducer, minutes: number) {
    this.#client = client;
    this.minutes = minutes;
    this.transactionalId = producer.transactionalId;
    this.producerId = producer.producerId;
    this.epoch = producer.epoch;
  }

  /** Begins one under an id that nobody else has. */
  static async begin(client: ClusterClient, signal: AbortSignal): Promise<Transaction> {
    const transactionalId = `kafka-workbench-${randomUUID()}`;
    const [{ producerId, epoch }, minutes] = await atTransactionCoordinator(
      client,
      transactionalId,
      signal,
      async (broker) => {
        for (const minutes of timeoutMinutes) {
          const timeoutMs = minutes * 60_000;
          const request = initProducerIdRequest({ transactionalId, timeoutMs });
          const answer = await client.send(broker, request, { signal });
          if (answer.errorCode === timeoutTooLong && minutes > 1) continue;
          throwIfFailed(answer.errorCode);
          return [answer, minutes] as const;
        }
        throw new KafkaError('internal', 'No time limit was asked for');
      },
    );
    return new Transaction(client, { transactionalId, producerId, epoch }, minutes);
  }

  async admit(topic: string, partitions: readonly number[], signal?: AbortSignal): Promise<void> {
    const nameOf = (partition: number): string => `${topic}/${partition}`;
    const missing = partitions.filter((partition) => !this.#admitted.has(nameOf(partition)));
    if (missing.length === 0) return;
    const request = addPartitionsToTxnRequest(this, topic, missing);
    await atTransactionCoordinator(this.#client, this.transactionalId, signal, async (broker) => {
      throwIfFailed(await this.#client.send(broker, request, { signal }), { topic });
    });
    for (const partition of missing) this.#admitted.add(nameOf(partition));
  }

  /**
   * Commits or aborts; with nothing written there is nothing to end. Rejects where the cluster did not say so. While
   * nobody answers, a commit is asked for again until the signal aborts: said twice it counts once.
   */
  async end(outcome: 'commit' | 'abort', signal: AbortSignal): Promise<void> {
    if (this.#admitted.size === 0) return;
    const request = endTxnRequest(this, outcome);
    for (;;) {
      try {
        await atTransactionCoordinator(
          this.#client,
          this.transactionalId,
          signal,
          async (broker) => {
            throwIfFailed(await this.#client.send(broker, request, { signal }));
          },
        );
        return;
      } catch (error) {
        if (outcome === 'abort' || !isAway(error)) throw error;
        await delay(awayMs, signal).catch(() => {
          throw error;
        });
      }
    }
  }
}

/** Says of a failure that the cluster has ended the transaction, where that is why; else gives it back. */
export function transactionFailure(error: unknown, minutes: number): unknown {
  if (!endedCodes.has(errorCodeOf(error))) return error;
  const message = `The cluster ended the transaction, as it does after ${minutes} minutes`;
  const details = { minutes };
  return new KafkaError('transactionExpired', message, { details, cause: error });
}
