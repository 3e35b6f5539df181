import type { CodecName } from '../../core/codec/codec.ts';
import { isAbort, KafkaError } from '../../core/kafkaError.ts';
import { delay } from '../admin/delay.ts';
import type { ClusterClient } from '../connection/clusterClient.ts';
import { apiVersionsRequest } from '../wire/apiVersions.ts';
import { brokerError } from '../wire/brokerError.ts';
import { type Acks, type ProducedPartition, produceRequest } from '../wire/produce.ts';
import type { BatchQueues } from './batchQueues.ts';
import { BatchStamps } from './batchStamps.ts';
import type { PendingBatch } from './pendingBatch.ts';
import { isFinal, isLikelyFinal, produceVerdict } from './produceVerdict.ts';
import type { ProducerIdentity } from './producerIdentity.ts';
import type { RecordOutcome } from './recordOutcome.ts';
import type { ProduceOptions } from './recordToProduce.ts';
import type { TopicLeaders } from './topicLeaders.ts';

const firstBackoffMs = 50;
const maxBackoffMs = 1_000;
const hopelessAttempts = 4;
const leaderNotAvailable = 5;

/** Who hears of what a {@link BatchSender} does. */
export interface SenderEvents {
  /** Called once for each record. */
  tell(index: number, outcome: RecordOutcome): void;
  /** Something was settled or may be sent again. */
  changed(): void;
}

/**
 * Sends the batches of a topic's queues: one request at a time to a leader, with the first batch of each of
 * its partitions, and judges each partition's answer by itself.
 */
export class BatchSender {
  readonly #client: ClusterClient;
  readonly #leaders: TopicLeaders;
  readonly #queues: BatchQueues;
  readonly #events: SenderEvents;
  readonly #acks: Acks;
  readonly #identity: ProducerIdentity | undefined;
  readonly #stamps: BatchStamps;
  readonly #codec: CodecName;
  readonly #timeoutMs: number;
  readonly #signal: AbortSignal | undefined;
  readonly #busy = new Set<number>();
  /** Leaders that were sent something without an answer (acks 0). */
  readonly #unconfirmed = new Set<number>();
  #recovering = false;
  /** Why an idempotent writer cannot go on: a batch may have been written, so the next number is not known. */
  #lost: Error | undefined;

  constructor(
    client: ClusterClient,
    leaders: TopicLeaders,
    queues: BatchQueues,
    options: ProduceOptions & { readonly signal?: AbortSignal | undefined },
    events: SenderEvents,
  ) {
    this.#client = client;
    this.#leaders = leaders;
    this.#queues = queues;
    this.#events = events;
    this.#acks = options.acks ?? -1;
    this.#identity = options.identity;
    this.#stamps = new BatchStamps(options.identity);
    this.#codec = options.compression ?? 'none';
    this.#timeoutMs = options.timeoutMs ?? 30_000;
    this.#signal = options.signal;
  }

  /** Sends what can be sent now. */
  pump(): void {
    if (this.#signal?.aborted === true) return;
    if (this.#lost !== undefined) this.giveUp(this.#lost);
    const byLeader = new Map<number, PendingBatch[]>();
    let leaderless = false;
    for (const batch of this.#queues.heads()) {
      const leader = this.#leaders.of(batch.partition);
      if (leader === undefined) leaderless = true;
      else if (!this.#busy.has(leader)) {
        byLeader.set(leader, [...(byLeader.get(leader) ?? []), batch]);
      }
    }
    for (const [leader, batches] of byLeader) void this.#sendTo(leader, batches);
    if (leaderless) void this.#recover();
  }

  /** Refuses all that waits; what is on its way is told by its own send. */
  giveUp(error: Error): void {
    for (const batch of this.#queues.waiting()) this.#refused(batch, error);
  }

  /** With acks 0: makes sure that the brokers have read what was sent before sockets may be closed. */
  async confirm(): Promise<void> {
    for (const leader of this.#unconfirmed) {
      // A broker reads the requests of a connection in order: this answer comes after them.
      await this.#client.send(leader, apiVersionsRequest, { signal: this.#signal });
    }
    this.#unconfirmed.clear();
  }

  async #sendTo(leader: number, batches: readonly PendingBatch[]): Promise<void> {
    this.#busy.add(leader);
    this.#queues.departed(batches);
    for (const batch of batches) this.#count(batch);
    let sent = false;
    try {
      const partitions = batches.map(({ partition }) => partition);
      await this.#identity?.admit?.(this.#leaders.topic, partitions, this.#signal);
      const request = produceRequest(await this.#encode(batches), {
        transactionalId: this.#identity?.transactionalId,
        acks: this.#acks,
        timeoutMs: this.#timeoutMs,
        usesZstd: this.#codec === 'zstd',
        onEncode: () => (sent = true),
      });
      const options = { signal: this.#signal, timeoutMs: this.#timeoutMs + 5_000 };
      const answers = await this.#client.send(leader, request, options);
      if (this.#acks === 0) this.#unconfirmed.add(leader);
      for (const batch of batches) this.#judge(batch, answers);
    } catch (error) {
      const failure = error instanceof Error ? error : new Error(String(error));
      for (const batch of batches) this.#failed(batch, failure, sent);
    } finally {
      this.#queues.arrived(batches);
      this.#busy.delete(leader);
      this.pump();
      this.#events.changed();
    }
  }

  #encode(batches: readonly PendingBatch[]) {
    return Promise.all(
      batches.map(async (batch) => ({
        topic: this.#leaders.topic,
        partition: batch.partition,
        batch: this.#stamps.stamp(batch, await batch.bytes(this.#codec)),
      })),
    );
  }

  #judge(batch: PendingBatch, answers: readonly ProducedPartition[]): void {
    const { partition } = batch;
    if (this.#acks === 0) {
      this.#written(batch, undefined, -1n);
      return;
    }
    const answer = answers.find((entry) => entry.partition === partition);
    const code = answer?.errorCode ?? -1;
    const where = { topic: this.#leaders.topic, partition };
    const error = (): KafkaError =>
      brokerError(code, { ...where, text: answer?.errorText ?? null });
    switch (produceVerdict(code, answer?.baseOffset ?? -1n)) {
      case 'written':
        this.#written(batch, placeOf(answer), answer?.logAppendTimeMs ?? -1n);
        return;
      case 'unknown':
        this.#unanswered(batch, error());
        return;
      case 'split':
        this.#split(batch, error());
        return;
      case 'retry':
        this.#retry(batch, error(), isLikelyFinal(code));
        return;
      case 'refused':
        this.#refusedFor(batch, error(), answer?.recordErrors ?? []);
    }
  }

  #split(batch: PendingBatch, error: KafkaError): void {
    if (batch.count === 1) {
      this.#refused(batch, error);
      return;
    }
    const half = Math.ceil(batch.count / 2);
    this.#queues.replace(batch, [batch.pick((n) => n < half), batch.pick((n) => n >= half)]);
  }

  /** A broker drops a batch for single records: those are refused, the others are sent without them. */
  #refusedFor(
    batch: PendingBatch,
    error: KafkaError,
    bad: ProducedPartition['recordErrors'],
  ): void {
    const places = new Set(bad.map(({ index }) => index));
    if (places.size === 0 || places.size >= batch.count) {
      this.#refused(batch, error);
      return;
    }
    const refused = batch.pick((place) => places.has(place));
    this.#queues.replace(batch, [refused, batch.pick((place) => !places.has(place))]);
    this.#refused(refused, error);
  }

  #failed(batch: PendingBatch, error: Error, sent: boolean): void {
    if (sent && !isFinal(error)) this.#unanswered(batch, error);
    else if (isAbort(error) || !(error instanceof KafkaError)) this.#refused(batch, error);
    else this.#retry(batch, error, isFinal(error));
  }

  /** It may have been written. Only an idempotent writer can send it again without writing it twice. */
  #unanswered(batch: PendingBatch, error: Error): void {
    const inTime = Date.now() < (batch.deadlineMs ?? 0) && this.#signal?.aborted !== true;
    if (this.#identity !== undefined && inTime && !isAbort(error)) {
      batch.doubtful = true;
      this.#leaders.forget(batch.partition);
      return;
    }
    this.#unknown(batch, error);
  }

  #retry(batch: PendingBatch, error: KafkaError, hopeless: boolean): void {
    const over = Date.now() >= (batch.deadlineMs ?? 0);
    const enough = hopeless && batch.attempts >= hopelessAttempts;
    if (over || enough || isFinal(error)) this.#refused(batch, error);
    // Not to be sent again before metadata has been asked.
    else this.#leaders.forget(batch.partition);
  }

  /** Asks for the leaders again after a pause that grows; when that fails, nothing that waits can be sent. */
  async #recover(): Promise<void> {
    if (this.#recovering) return;
    this.#recovering = true;
    try {
      const heads = this.#queues.heads();
      const attempts = Math.max(0, ...heads.map((batch) => batch.attempts));
      await delay(Math.min(firstBackoffMs * 2 ** attempts, maxBackoffMs), this.#signal);
      await this.#leaders.refresh(this.#signal);
      for (const batch of heads) {
        if (this.#leaders.of(batch.partition) === undefined) this.#stillLeaderless(batch);
      }
    } catch (error) {
      this.giveUp(error instanceof Error ? error : new Error(String(error)));
    } finally {
      this.#recovering = false;
      this.pump();
      this.#events.changed();
    }
  }

  #stillLeaderless(batch: PendingBatch): void {
    this.#count(batch);
    if (Date.now() < (batch.deadlineMs ?? 0)) return;
    const where = { topic: this.#leaders.topic, partition: batch.partition };
    this.#refused(batch, brokerError(leaderNotAvailable, where));
  }

  #count(batch: PendingBatch): void {
    batch.attempts++;
    batch.deadlineMs ??= Date.now() + this.#timeoutMs;
  }

  #written(batch: PendingBatch, baseOffset: bigint | undefined, logAppendTimeMs: bigint): void {
    this.#stamps.written(batch);
    this.#settle(batch, (place) => ({
      state: 'written',
      partition: batch.partition,
      offset: baseOffset === undefined ? undefined : baseOffset + BigInt(place),
      timestampMs: logAppendTimeMs >= 0n ? Number(logAppendTimeMs) : batch.timestampsMs[place],
    }));
  }

  #refused(batch: PendingBatch, error: Error): void {
    if (batch.doubtful) this.#unknown(batch, error);
    else this.#settle(batch, () => ({ state: 'refused', partition: batch.partition, error }));
  }

  #unknown(batch: PendingBatch, error: Error): void {
    this.#settle(batch, () => ({ state: 'unknown', partition: batch.partition, error }));
    if (this.#identity === undefined) return;
    // The broker would take what follows for a gap, or under the same number for the same batch.
    this.#lost ??= error;
    this.giveUp(error);
  }

  #settle(batch: PendingBatch, outcome: (place: number) => RecordOutcome): void {
    if (!this.#queues.replace(batch, [])) return;
    batch.indexes.forEach((index, place) => {
      this.#events.tell(index, outcome(place));
    });
  }
}

/** A batch that the broker had already, and whose place it has forgotten, comes back without one. */
function placeOf(answer: ProducedPartition | undefined): bigint | undefined {
  return answer === undefined || answer.baseOffset < 0n ? undefined : answer.baseOffset;
}
