import { HeaderNames } from '../../core/batch/recordBytes.ts';
import { type TopicInfo } from '../admin/topicInfo.ts';
import type { ClusterClient } from '../connection/clusterClient.ts';
import { abortError, settle } from '../connection/settle.ts';
import { BatchMemory } from './batchMemory.ts';
import { BatchQueues } from './batchQueues.ts';
import { BatchSender } from './batchSender.ts';
import { Partitioner } from './partitioner.ts';
import { PendingBatch } from './pendingBatch.ts';
import type { RecordOutcome } from './recordOutcome.ts';
import type { ProduceOptions, RecordToProduce } from './recordToProduce.ts';
import { TopicLeaders } from './topicLeaders.ts';

/** Below the broker's default limit of a batch (`message.max.bytes`, 1,048,588). */
const batchLimitBytes = 1_000_000;
/** What may be collected in all batches that are not full: a topic may have thousands of partitions. */
const openLimitBytes = 4_000_000;
/** What may wait to be sent before the caller should wait. */
const queueLimitBytes = 8_000_000;

/** How a {@link TopicWriter} writes; aborting the signal refuses what is not yet on its way. */
export interface TopicWriterOptions extends ProduceOptions {
  readonly signal?: AbortSignal | undefined;
}

/**
 * Writes records to one topic in batches, one batch of a partition at a time, so that the order within a
 * partition is the order of {@link add}. Every record gets exactly one outcome. A batch is sent again only
 * when it surely was not written. For many records give it a client of its own (`fork`), so that its
 * requests delay nobody's.
 */
export class TopicWriter {
  readonly #signal: AbortSignal | undefined;
  readonly #names = new HeaderNames();
  readonly #open = new Map<number, PendingBatch>();
  #openBytes = 0;
  readonly #memory = new BatchMemory();
  readonly #queues = new BatchQueues();
  readonly #partitioner: Partitioner;
  readonly #sender: BatchSender;
  readonly #codec;
  #wake: (() => void)[] = [];

  /** @param tell is called once for every record added, with the caller's number for it. */
  constructor(
    client: ClusterClient,
    topic: TopicInfo,
    options: TopicWriterOptions,
    tell: (index: number, outcome: RecordOutcome) => void,
  ) {
    const leaders = new TopicLeaders(client, topic);
    this.#signal = options.signal;
    this.#codec = options.compression ?? 'none';
    this.#partitioner = new Partitioner(topic.name, topic.partitions.length, leaders.available);
    this.#sender = new BatchSender(client, leaders, this.#queues, options, {
      tell,
      changed: () => {
        this.#notify();
      },
    });
  }

  /** True while enough waits to be sent: {@link room} before adding more. */
  get full(): boolean {
    return this.#queues.bytes >= queueLimitBytes;
  }

  /**
   * Takes a record; it is sent when its batch is full, or by {@link flush}. Throws
   * `KafkaError('partitionUnknown')` without taking it.
   *
   * @param nowMs the timestamp of a record that has none of its own
   */
  add(record: RecordToProduce, index: number, nowMs = Date.now()): void {
    const partition = this.#partitioner.choose(record);
    let batch = this.#open.get(partition);
    if (batch?.overflows(record, batchLimitBytes) === true) {
      this.#seal(batch);
      batch = undefined;
    }
    if (!batch) {
      batch = new PendingBatch(partition, this.#names, this.#memory);
      this.#open.set(partition, batch);
      this.#openBytes += batch.sizeBytes;
    }
    const before = batch.sizeBytes;
    batch.add(record, index, record.timestampMs ?? nowMs);
    this.#openBytes += batch.sizeBytes - before;
    if (this.#openBytes > openLimitBytes) this.#sealAll();
  }

  /** Waits until less waits to be sent. Rejects when the signal aborts, once all outcomes are told. */
  async room(): Promise<void> {
    await this.#until(() => !this.full);
  }

  /** Sends all that was added and waits for every outcome. Rejects when the signal aborts, as above. */
  async flush(): Promise<void> {
    this.#sealAll();
    await this.#until(() => this.#queues.empty);
    await this.#sender.confirm();
  }

  #sealAll(): void {
    for (const batch of [...this.#open.values()]) this.#seal(batch);
    this.#openBytes = 0;
  }

  #seal(batch: PendingBatch): void {
    this.#open.delete(batch.partition);
    this.#openBytes -= batch.sizeBytes;
    this.#queues.push(batch);
    // Compression may run meanwhile; a failure is met again where the batch is sent.
    batch.bytes(this.#codec).catch(() => undefined);
    this.#sender.pump();
  }

  async #until(done: () => boolean): Promise<void> {
    while (!done()) {
      if (this.#signal?.aborted === true) {
        this.#sealAll();
        this.#sender.giveUp(abortError(this.#signal));
        // What is on its way heeds the same signal.
        while (this.#queues.sending) await this.#change([]);
        throw abortError(this.#signal);
      }
      await this.#change([this.#signal]).catch(() => undefined);
    }
  }

  async #change(signals: (AbortSignal | undefined)[]): Promise<void> {
    await settle(new Promise<void>((resolve) => this.#wake.push(resolve)), { signals });
  }

  #notify(): void {
    const waiting = this.#wake;
    this.#wake = [];
    for (const resolve of waiting) resolve();
  }
}
