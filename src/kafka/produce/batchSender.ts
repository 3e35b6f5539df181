import type { CodecName } from '../../core/codec/codec.ts';
import { isAbort, KafkaError } from '../../core/kafkaError.ts';
import type { ClusterClient } from '../connection/clusterClient.ts';
import { apiVersionsRequest } from '../wire/apiVersions.ts';
import { brokerError } from '../wire/brokerError.ts';
import { type Acks, type ProducedPartition, produceRequest } from '../wire/produce.ts';
import type { BatchQueues } from './batchQueues.ts';
import { BatchSettlement, type WrittenBatch } from './batchSettlement.ts';
import { BatchStamps } from './batchStamps.ts';
import { LeaderSearch } from './leaderSearch.ts';
import type { PendingBatch } from './pendingBatch.ts';
import { isFinal, isLikelyFinal, produceVerdict } from './produceVerdict.ts';
import type { ProducerIdentity } from './producerIdentity.ts';
import type { RecordOutcome } from './recordOutcome.ts';
import type { ProduceOptions } from './recordToProduce.ts';
import type { TopicLeaders } from './topicLeaders.ts';

const hopelessAttempts = 4;

/** Who hears of what a {@link BatchSender} does. */
export interface SenderEvents {
  /** Called once for each record. */
  readonly tell: (index: number, outcome: RecordOutcome) => void;
  /** Something was settled or may be sent again. */
  readonly changed: () => void;
}

/**
 * Sends the batches of a topic's queues: one request at a time to a leader, with the first batch of each of
 * its partitions, and judges each partition's answer by itself.
 */
export class BatchSender {
  readonly #client: ClusterClient;
  readonly #leaders: TopicLeaders;
  readonly #queues: BatchQueues;
  readonly #settlement: BatchSettlement;
  readonly #search: LeaderSearch;
  readonly #changed: () => void;
  readonly #acks: Acks;
  readonly #identity: ProducerIdentity | undefined;
  readonly #stamps: BatchStamps;
  readonly #codec: CodecName;
  readonly #timeoutMs: number;
  readonly #signal: AbortSignal | undefined;
  readonly #busy = new Set<number>();
  /** Leaders that were sent something without an answer (acks 0). */
  readonly #unconfirmed = new Set<number>();

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
    this.#changed = events.changed;
    this.#acks = options.acks ?? -1;
    this.#identity = options.identity;
    this.#stamps = new BatchStamps(options.identity);
    this.#settlement = new BatchSettlement(queues, this.#stamps, events.tell);
    this.#codec = options.compression ?? 'none';
    const { timeoutMs = 30_000, signal } = options;
    this.#timeoutMs = timeoutMs;
    this.#signal = signal;
    this.#search = new LeaderSearch(leaders, queues, this.#settlement, { timeoutMs, signal });
  }

  /** Sends what can be sent now. */
  pump(): void {
    if (this.#signal?.aborted === true) return;
    this.#settlement.giveUpLost();
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
    if (leaderless) void this.#findLeaders();
  }

  /** Refuses all that waits; what is on its way is told by its own send. */
  giveUp(error: Error): void {
    this.#settlement.giveUp(error);
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
    for (const batch of batches) {
      batch.attempts++;
      batch.beginTime(this.#timeoutMs);
    }
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
      this.#changed();
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
      this.#settlement.written(batch, { baseOffset: undefined, logAppendTimeMs: -1n });
      return;
    }
    const answer = answers.find((entry) => entry.partition === partition);
    const code = answer?.errorCode ?? -1;
    const where = { topic: this.#leaders.topic, partition };
    const error = (): KafkaError =>
      brokerError(code, { ...where, text: answer?.errorText ?? null });
    switch (produceVerdict(code, answer?.baseOffset ?? -1n)) {
      case 'written':
        this.#settlement.written(batch, placeOf(answer));
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
      this.#settlement.refused(batch, error);
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
      this.#settlement.refused(batch, error);
      return;
    }
    const refused = batch.pick((place) => places.has(place));
    this.#queues.replace(batch, [refused, batch.pick((place) => !places.has(place))]);
    this.#settlement.refused(refused, error);
  }

  #failed(batch: PendingBatch, error: Error, sent: boolean): void {
    if (sent && !isFinal(error)) this.#unanswered(batch, error);
    else if (isAbort(error) || !(error instanceof KafkaError))
      this.#settlement.refused(batch, error);
    else this.#retry(batch, error, isFinal(error));
  }

  /** It may have been written. Only an idempotent writer can send it again without writing it twice. */
  #unanswered(batch: PendingBatch, error: Error): void {
    const goesOn = batch.isInTime && this.#signal?.aborted !== true;
    if (this.#identity !== undefined && goesOn && !isAbort(error)) {
      batch.doubtful = true;
      this.#leaders.forget(batch.partition);
      return;
    }
    this.#settlement.unknown(batch, error);
  }

  #retry(batch: PendingBatch, error: KafkaError, hopeless: boolean): void {
    const enough = hopeless && batch.attempts >= hopelessAttempts;
    if (!batch.isInTime || enough || isFinal(error)) this.#settlement.refused(batch, error);
    // Not to be sent again before metadata has been asked.
    else this.#leaders.forget(batch.partition);
  }

  async #findLeaders(): Promise<void> {
    if (this.#search.running) return;
    await this.#search.round();
    this.pump();
    this.#changed();
  }
}

/** A batch that the broker had already, and whose place it has forgotten, comes back without one. */
function placeOf(answer: ProducedPartition | undefined): WrittenBatch {
  const { baseOffset = -1n, logAppendTimeMs = -1n } = answer ?? {};
  return { baseOffset: baseOffset < 0n ? undefined : baseOffset, logAppendTimeMs };
}
