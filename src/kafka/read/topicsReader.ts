import type { ClusterClient } from '../connection/clusterClient.ts';
import { BatchFilter } from './batchFilter.ts';
import { BodyThread } from './bodyThread.ts';
import { ByteThrottle } from './byteThrottle.ts';
import type { ReadSink } from './delivery.ts';
import type { ReadEnd, ReadPlan } from './readPlan.ts';
import { isCaughtUp, type ReadProgress, timeLeft } from './readProgress.ts';
import { RecordBudget } from './recordBudget.ts';
import { TopicReader } from './topicReader.ts';
import type { TopicReaderOptions } from './topicReaderOptions.ts';
import { Turns } from './turns.ts';

/** What to read of each of several topics. */
export type TopicPart = Pick<ReadPlan, 'topic' | 'partitions' | 'from' | 'to'>;

/** What to read of several topics, each once. `limit` counts the records of all. */
export interface TopicsPlan extends Pick<ReadPlan, 'limit' | 'filter' | 'isolation'> {
  readonly topics: readonly TopicPart[];
}

/**
 * One read of several topics, with the same face as a `TopicReader`: batches name their topic. It ends when
 * the last topic's read ends; `last` chooses from each topic apart.
 */
export class TopicsReader {
  readonly #client: ClusterClient;
  readonly #plan: TopicsPlan;
  readonly #readers: readonly TopicReader[];
  readonly #shared: {
    turns: Turns;
    throttle: ByteThrottle;
    budget: RecordBudget;
    bodies: BodyThread;
    filter?: BatchFilter;
  };
  /** As that of `TopicReader`, for all topics. */
  readonly started: Promise<void>;

  constructor(
    client: ClusterClient,
    plan: TopicsPlan,
    sink: ReadSink,
    options: Omit<TopicReaderOptions, 'shared'>,
  ) {
    this.#client = client;
    this.#plan = plan;
    this.#shared = {
      turns: new Turns(),
      throttle: new ByteThrottle(client.profile.readBytesPerSecond),
      budget: new RecordBudget(plan.limit),
      bodies: new BodyThread(),
    };
    const { topics, ...each } = plan;
    const own = { ...options, shared: this.#shared };
    this.#readers = topics.map(
      (part) => new TopicReader(this.#client, { ...each, ...part }, sink, own),
    );
    this.started = Promise.all(this.#readers.map(({ started }) => started)).then(() => undefined);
    this.started.catch(() => undefined);
  }

  pause(): void {
    for (const reader of this.#readers) reader.pause();
  }

  resume(): void {
    for (const reader of this.#readers) reader.resume();
  }

  /** All topics together: each partition names its topic. */
  get progress(): ReadProgress {
    const all = this.#readers.map((reader) => reader.progress);
    const partitions = all.flatMap((each) => each.partitions);
    const sum = (of: (each: ReadProgress) => number) =>
      all.reduce((total, each) => total + of(each), 0);
    const states = new Set(all.map(({ state }) => state));
    return {
      state:
        (['starting', 'paused', 'reading'] as const).find((state) => states.has(state)) ?? 'ended',
      partitions,
      records: sum(({ records }) => records),
      seen: sum(({ seen }) => seen),
      offsets: all.reduce((total, { offsets }) => total + offsets, 0n),
      filterFailures: this.#shared.filter?.failures,
      bytes: sum(({ bytes }) => bytes),
      recordsPerSecond: sum(({ recordsPerSecond }) => recordsPerSecond),
      bytesPerSecond: sum(({ bytesPerSecond }) => bytesPerSecond),
      timeLeftMs: timeLeft(
        partitions,
        sum(({ offsetsPerSecond }) => offsetsPerSecond),
      ),
      offsetsPerSecond: sum(({ offsetsPerSecond }) => offsetsPerSecond),
      throttledMs: this.#shared.throttle.askedMs,
      corruptBatches: sum(({ corruptBatches }) => corruptBatches),
      controlBatches: sum(({ controlBatches }) => controlBatches),
      caughtUp: !states.has('starting') && partitions.every(isCaughtUp),
    };
  }

  /**
   * Reads all topics until each has ended or `signal` aborts. One that fails ends all.
   *
   * @returns `limit` or `stopped` where that ended it, else how the topics ended: `end`, or the first other
   * @throws KafkaError as `TopicReader.run`
   */
  async run(signal: AbortSignal): Promise<ReadEnd> {
    const over = new AbortController();
    const abort = () => over.abort();
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort, { once: true });
    try {
      const { filter } = this.#plan;
      if (filter !== undefined) this.#shared.filter = await BatchFilter.open(filter);
      const ends = await Promise.all(
        this.#readers.map(async (reader) => {
          const end = await reader.run(over.signal);
          // The limit is that of all topics.
          if (end.kind === 'limit') abort();
          return end;
        }),
      );
      if (signal.aborted) return { kind: 'stopped' };
      return (
        ends.find(({ kind }) => kind === 'limit') ??
        ends.find(({ kind }) => kind !== 'end') ?? { kind: 'end' }
      );
    } finally {
      signal.removeEventListener('abort', abort);
      over.abort();
      this.#shared.filter?.close();
      this.#shared.bodies.close();
    }
  }
}
