import { isAbort, KafkaError } from '../../core/kafkaError.ts';
import { BodyCache } from '../../core/record/bodyCache.ts';
import type { RecordBatch } from '../../core/record/recordBatch.ts';
import type { ClusterClient } from '../connection/clusterClient.ts';
import { Assignment } from './assignment.ts';
import { FramePool } from '../wire/framePool.ts';
import { BatchFilter } from './batchFilter.ts';
import { BodyThread } from './bodyThread.ts';
import { ByteThrottle } from './byteThrottle.ts';
import { Delivery, type ReadSink } from './delivery.ts';
import { Gate } from './gate.ts';
import { isGrowing } from './isGrowing.ts';
import { responseBytes } from './leaderLoop.ts';
import type { ReadEnd, ReadPlan } from './readPlan.ts';
import { readLast, type Piece } from './readLast.ts';
import { isCaughtUp, type PartitionProgress, type ReadProgress, timeLeft } from './readProgress.ts';
import { RecordBudget } from './recordBudget.ts';
import type { TopicReaderOptions } from './topicReaderOptions.ts';
import { Turns } from './turns.ts';

/** Decompressed batches that are kept for rows being looked at. */
const bodyBytes = 32 * 1024 * 1024;
/** An answer's records and what stands around them. */
const frameBytes = responseBytes + 64 * 1024;

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
  readonly #turns: Turns;
  readonly #throttle: ByteThrottle;
  readonly #bodies: BodyThread | undefined;
  readonly #delivery: Delivery;
  readonly #start = Promise.withResolvers<undefined>();
  #assignment: Assignment | undefined;
  /** The last bounded part of this read, until what was found is handed on; where the partitions stood after the first. */
  #part: TopicReader | undefined;
  #before: readonly PartitionProgress[] = [];
  /** Where the newest records that were chosen begin, by partition. */
  #lastStarts: ReadonlyMap<number, bigint> = new Map();
  #state: 'starting' | 'reading' | 'ended' = 'starting';
  #ran = false;

  constructor(client: ClusterClient, plan: ReadPlan, sink: ReadSink, options: TopicReaderOptions) {
    this.#client = client;
    this.#plan = plan;
    this.#sink = sink;
    this.#options = options;
    const { shared, checksums = 'always' } = options;
    // A sink that keeps compressed batches has no use for their records now.
    this.#bodies = checksums === 'whenShown' ? (shared?.bodies ?? new BodyThread()) : undefined;
    this.#turns = shared?.turns ?? new Turns();
    this.#throttle = shared?.throttle ?? new ByteThrottle(client.profile.readBytesPerSecond);
    const budget = shared?.budget ?? new RecordBudget(plan.limit);
    const beforeMs = plan.to.kind === 'timestamp' ? plan.to.timestampMs : undefined;
    this.#delivery = new Delivery(sink, this.#turns, {
      ...{ budget, checksums, beforeMs },
      bodies: this.#bodies,
    });
    this.started = this.#start.promise;
    // Nobody needs to listen to it: `run` rejects with the same error.
    this.started.catch(() => undefined);
  }

  /** No batch is handed on and nothing is fetched until `resume`. */
  pause(): void {
    if (!this.#gate.close()) return;
    this.#part?.pause();
    this.#sink.changed?.();
  }

  resume(): void {
    if (!this.#gate.open()) return;
    this.#part?.resume();
    this.#sink.changed?.();
  }

  /** A snapshot of where the read stands. */
  get progress(): ReadProgress {
    const now = this.#assignment?.partitions.map((read) => read.snapshot());
    const partitions = (now ?? this.#part?.progress.partitions ?? this.#before).map((read) => {
      const start = this.#lastStarts.get(read.partition) ?? read.start;
      // A read that ended before it had handed on the newest records cannot go on from where it looked for them.
      const lost = this.#state === 'ended' && this.#part !== undefined;
      return lost ? { ...read, start, position: undefined, done: false } : { ...read, start };
    });
    const { counts } = this.#delivery;
    const paused = this.#state === 'reading' && this.#gate.closed;
    return {
      ...counts,
      state: paused ? 'paused' : this.#state,
      partitions,
      timeLeftMs: timeLeft(partitions, counts.offsetsPerSecond),
      throttledMs: this.#throttle.askedMs,
      caughtUp: this.#state !== 'starting' && partitions.every(isCaughtUp),
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
    const frames = new FramePool(frameBytes);
    const client = this.#client.fork(frames);
    this.#bodies?.start();
    const over = new AbortController();
    const abort = () => over.abort();
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort, { once: true });
    const { filter } = this.#plan;
    const { shared } = this.#options;
    try {
      over.signal.throwIfAborted();
      if (filter !== undefined) {
        this.#delivery.filter = shared?.filter ?? (await BatchFilter.open(filter));
      }
      return await this.#read(client, frames, over.signal);
    } catch (error) {
      const ended = signal.aborted && isAbort(error);
      this.#start.reject(error);
      if (!ended) throw error;
      return { kind: 'stopped' };
    } finally {
      signal.removeEventListener('abort', abort);
      this.#state = 'ended';
      over.abort();
      if (shared?.filter === undefined) this.#delivery.filter?.close();
      if (shared?.bodies === undefined) this.#bodies?.close();
      await this.#assignment?.close();
      await client.close();
      this.#sink.changed?.();
    }
  }

  async #read(client: ClusterClient, frames: FramePool, signal: AbortSignal): Promise<ReadEnd> {
    const { from } = this.#plan;
    let plan = this.#plan;
    if (from.kind === 'last') {
      const end = await this.#readLast(from.count, signal);
      if (end !== undefined) return end;
      const ends = this.#before.map(({ partition, stop = 0n }) => [partition, stop] as const);
      plan = { ...plan, from: { kind: 'offsets', offsets: new Map(ends) } };
    }
    const assignment = new Assignment({
      ...{ client, frames, plan, signal },
      growing: isGrowing(this.#plan),
      log: this.#options.log,
      checksums: this.#options.checksums ?? 'always',
      turns: this.#turns,
      throttle: this.#throttle,
      rack: this.#client.profile.rack,
      bodies: new BodyCache(bodyBytes),
      running: () => this.#gate.wait(signal),
      changed: () => this.#sink.changed?.(),
      deliver: async (read, received) => {
        const running = () => (this.#gate.closed ? this.#gate.wait(signal) : undefined);
        await this.#delivery.deliver(read, received, running, signal);
        if (this.#delivery.full) assignment.finish({ kind: 'limit' });
      },
    });
    this.#assignment = assignment;
    if (this.#delivery.full) return { kind: 'limit' };
    await assignment.start();
    this.#begun();
    return assignment.finished;
  }

  #begun(): void {
    this.#state = 'reading';
    this.#start.resolve(undefined);
    this.#sink.changed?.();
  }

  /** Hands on the newest records; `undefined` where reading goes on behind them. */
  async #readLast(count: number, signal: AbortSignal): Promise<ReadEnd | undefined> {
    const { ended, last, partitions } = await readLast(this.#plan, count, (part) =>
      this.#readPart(part, signal),
    );
    if (ended !== undefined) return ended;
    this.#before = partitions.map((read) => ({ ...read, start: read.position }));
    this.#lastStarts = last.starts();
    for (const batch of last.batches()) {
      await (this.#gate.closed ? this.#gate.wait(signal) : this.#turns.next());
      signal.throwIfAborted();
      if (this.#delivery.full) break;
      this.#delivery.handOn(batch);
    }
    this.#part = undefined;
    if (this.#delivery.full) return { kind: 'limit' };
    if (this.#plan.to.kind === 'never') return undefined;
    this.#begun();
    return { kind: 'end' };
  }

  /** Carries out a bounded part of this read, with its filter, its pace and its pauses. */
  async #readPart(plan: ReadPlan, signal: AbortSignal): Promise<Piece> {
    const batches = new Map<number, RecordBatch[]>();
    const batch = (found: RecordBatch) => {
      const own = batches.get(found.partition);
      if (own === undefined) batches.set(found.partition, [found]);
      else own.push(found);
    };
    const { filter } = this.#delivery;
    // A limit of its own that is none: what it reads is chosen from.
    const budget = new RecordBudget();
    const shared = {
      ...{ turns: this.#turns, throttle: this.#throttle, budget },
      ...(filter && { filter }),
    };
    const changed = () => this.#sink.changed?.();
    // These batches stay: they must not lie in memory that is used again.
    const options = { ...this.#options, checksums: 'always', shared } as const;
    const part = new TopicReader(this.#client, plan, { batch, changed }, options);
    if (this.#gate.closed) part.pause();
    this.#part = part;
    const end = await part.run(signal);
    signal.throwIfAborted();
    this.#delivery.seen += part.#delivery.seen;
    this.#delivery.offsets += part.#delivery.offsets;
    this.#delivery.bytes += part.#delivery.bytes;
    return { end, batches, partitions: part.progress.partitions };
  }
}
