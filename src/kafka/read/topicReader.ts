import { isAbort, KafkaError } from '../../core/kafkaError.ts';
import type { Log } from '../../core/log.ts';
import { BodyCache } from '../../core/record/bodyCache.ts';
import type { ClusterClient } from '../connection/clusterClient.ts';
import { Assignment } from './assignment.ts';
import { BatchFilter } from './batchFilter.ts';
import { deferred } from './deferred.ts';
import { type Checksums, Delivery, type ReadSink } from './delivery.ts';
import { Gate } from './gate.ts';
import type { ReadEnd, ReadPlan } from './readPlan.ts';
import type { ReadProgress } from './readProgress.ts';
import { Turns } from './turns.ts';

/** Decompressed batches that are kept for rows being looked at. */
const bodyBytes = 32 * 1024 * 1024;

export interface TopicReaderOptions {
  readonly log: Log;
  /** `always` unless told. */
  readonly checksums?: Checksums;
}

/**
 * One read of one topic: directly from the partitions' leaders, without a consumer group, without a trace in
 * the cluster, over connections of its own. It can be run once.
 */
export class TopicReader {
  /**
   * Resolves when every partition that has a leader knows where it begins: a record produced after that is
   * seen by a read that starts at `latest`. Rejects when the read could not start.
   */
  readonly started: Promise<void>;
  readonly #client: ClusterClient;
  readonly #plan: ReadPlan;
  readonly #sink: ReadSink;
  readonly #options: TopicReaderOptions;
  readonly #gate = new Gate();
  readonly #turns = new Turns();
  readonly #delivery: Delivery;
  readonly #start = deferred<undefined>();
  #assignment: Assignment | undefined;
  #state: 'starting' | 'reading' | 'ended' = 'starting';
  #ran = false;

  constructor(client: ClusterClient, plan: ReadPlan, sink: ReadSink, options: TopicReaderOptions) {
    this.#client = client;
    this.#plan = plan;
    this.#sink = sink;
    this.#options = options;
    const { limit } = plan;
    this.#delivery = new Delivery(sink, this.#turns, { ...options, limit });
    this.started = this.#start.promise;
    // Nobody needs to listen to it: `run` rejects with the same error.
    this.started.catch(() => undefined);
  }

  /** No batch is handed on and nothing is fetched until `resume`. */
  pause(): void {
    if (this.#gate.close()) this.#sink.changed?.();
  }

  resume(): void {
    if (this.#gate.open()) this.#sink.changed?.();
  }

  /** A snapshot of where the read stands. */
  get progress(): ReadProgress {
    const partitions = this.#assignment?.partitions ?? [];
    const delivery = this.#delivery;
    const paused = this.#state === 'reading' && this.#gate.closed;
    return {
      state: paused ? 'paused' : this.#state,
      partitions: partitions.map((read) => read.snapshot()),
      records: delivery.records,
      seen: delivery.seen,
      offsets: delivery.offsets,
      filterFailures: delivery.filter?.failures,
      bytes: delivery.bytes,
      recordsPerSecond: delivery.recordRate.perSecond(),
      bytesPerSecond: delivery.byteRate.perSecond(),
      corruptBatches: delivery.corruptBatches,
      controlBatches: delivery.controlBatches,
      caughtUp: this.#state !== 'starting' && partitions.every((read) => read.caughtUp),
    };
  }

  /**
   * Reads until the plan's end, the limit, or until `signal` aborts, which takes effect at once: no batch is
   * handed on after it.
   *
   * @throws KafkaError when reading cannot start or cannot go on (unknown topic, not authorized, no
   *   connection at the start; a read with an end also when a partition stays unreadable). A broker that is
   *   away later is waited for, with the `problem` told in `progress`.
   */
  async run(signal: AbortSignal): Promise<ReadEnd> {
    if (this.#ran) throw new KafkaError('internal', 'A TopicReader runs once');
    this.#ran = true;
    const client = this.#client.fork();
    const over = new AbortController();
    const abort = () => over.abort();
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort, { once: true });
    const assignment = new Assignment({
      client,
      plan: this.#plan,
      log: this.#options.log,
      checksums: this.#options.checksums ?? 'always',
      turns: this.#turns,
      signal: over.signal,
      bodies: new BodyCache(bodyBytes),
      running: () => this.#gate.wait(over.signal),
      changed: () => this.#sink.changed?.(),
      deliver: async (read, received) => {
        const running = () => (this.#gate.closed ? this.#gate.wait(over.signal) : undefined);
        await this.#delivery.deliver(read, received, running, over.signal);
        if (this.#delivery.full) assignment.finish({ kind: 'limit' });
      },
    });
    this.#assignment = assignment;
    const { filter } = this.#plan;
    try {
      if (filter !== undefined) this.#delivery.filter = await BatchFilter.open(filter);
      await assignment.start();
      this.#state = 'reading';
      this.#start.resolve(undefined);
      this.#sink.changed?.();
      return await assignment.finished;
    } catch (error) {
      const ended = signal.aborted && isAbort(error);
      this.#start.reject(error);
      if (!ended) throw error;
      return { kind: 'stopped' };
    } finally {
      signal.removeEventListener('abort', abort);
      this.#state = 'ended';
      over.abort();
      this.#delivery.filter?.close();
      await client.close();
      this.#sink.changed?.();
    }
  }
}
