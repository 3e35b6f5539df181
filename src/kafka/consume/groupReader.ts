import { isAbort } from '../../core/kafkaError.ts';
import type { Log } from '../../core/log.ts';
import { delay } from '../admin/delay.ts';
import type { ClusterClient } from '../connection/clusterClient.ts';
import { settle } from '../connection/settle.ts';
import { BatchFilter } from '../read/batchFilter.ts';
import { ByteThrottle } from '../read/byteThrottle.ts';
import type { ReadSink } from '../read/delivery.ts';
import type { ReadEnd, ReadStop } from '../read/readPlan.ts';
import type { ReadProgress } from '../read/readProgress.ts';
import { RecordBudget } from '../read/recordBudget.ts';
import { TopicReader } from '../read/topicReader.ts';
import type { SharedRead } from '../read/topicReaderOptions.ts';
import { Turns } from '../read/turns.ts';
import { GroupMember, type Standing } from './groupMember.ts';
import type { GroupPlan } from './groupPlan.ts';
import { startOffsets } from './startOffsets.ts';

/** A tenth of the session: two may be lost. What was handed on is committed with each. */
const heartbeatMs = 3_000;
/** What committing and leaving may take once nobody waits for more. */
const farewellMs = 5_000;

/** How one generation's reading ended: the whole read did, or the partitions are shared anew. */
type Round = ReadEnd | 'again';

/**
 * One read of one topic as a member of a consumer group, with the face of a `TopicReader`: the group shares the
 * partitions, records come by our own Fetch, and what was handed on is committed. When the group shares anew,
 * reading stops and is committed before the member joins again, so that no record is lost or handed on twice.
 * It leaves the group when it ends. It can be run once.
 */
export class GroupReader {
  /** Resolves when the member knows where its partitions begin. */
  readonly started: Promise<void>;
  readonly #client: ClusterClient;
  readonly #plan: GroupPlan;
  readonly #sink: ReadSink;
  readonly #log: Log;
  readonly #member: GroupMember;
  readonly #start = Promise.withResolvers<undefined>();
  #shared: SharedRead;
  #reader: TopicReader | undefined;
  #paused = false;
  /** Next offset to read, and the one last committed, of every partition that was ours. */
  readonly #positions = new Map<number, bigint>();
  readonly #committed = new Map<number, bigint>();
  readonly #stops = new Map<number, bigint>();
  /** Partitions of the last generation: nobody else has read them since. */
  #kept: ReadonlySet<number> = new Set();

  constructor(client: ClusterClient, plan: GroupPlan, sink: ReadSink, { log }: { log: Log }) {
    this.#client = client;
    this.#plan = plan;
    this.#sink = sink;
    this.#log = log;
    this.#member = new GroupMember(client, plan.group, plan.topic, log);
    const budget = new RecordBudget(plan.limit);
    this.#shared = {
      turns: new Turns(),
      throttle: new ByteThrottle(client.profile.readBytesPerSecond),
      budget,
    };
    this.started = this.#start.promise;
    // Nobody needs to listen to it: `run` rejects with the same error.
    this.started.catch(() => undefined);
  }

  /** Nothing is handed on until `resume`; the partitions stay ours. */
  pause(): void {
    this.#paused = true;
    this.#reader?.pause();
  }

  resume(): void {
    this.#paused = false;
    this.#reader?.resume();
  }

  /** Where the partitions stand that are ours now; undefined before there are any. */
  get progress(): ReadProgress | undefined {
    return this.#reader?.progress;
  }

  /**
   * Reads until the plan's end in all partitions of ours, the limit, or until `signal` aborts; then commits and
   * leaves.
   *
   * @throws KafkaError as `TopicReader.run` and `GroupMember.join`
   */
  async run(signal: AbortSignal): Promise<ReadEnd> {
    const { filter } = this.#plan;
    let opened: BatchFilter | undefined;
    try {
      if (filter !== undefined) {
        opened = await BatchFilter.open(filter);
        this.#shared = { ...this.#shared, filter: opened };
      }
      for (;;) {
        const { memberId, generation } = this.#member.membership;
        const assigned = await this.#member.join(signal);
        const now = this.#member.membership;
        // In a generation that we missed others may have read on.
        if (now.memberId !== memberId || now.generation !== generation + 1) this.#kept = new Set();
        const round = await this.#readOwn(assigned, signal);
        if (round !== 'again') return round;
      }
    } catch (error) {
      this.#start.reject(error);
      if (signal.aborted && isAbort(error)) return { kind: 'stopped' };
      throw error;
    } finally {
      opened?.close();
      await this.#member.leave();
      this.#sink.changed?.();
    }
  }

  /** Reads the partitions of one generation. */
  async #readOwn(assigned: readonly number[], signal: AbortSignal): Promise<Round> {
    const { partitions } = this.#plan;
    // What the last generation's reader knows is noted; its partitions may be others' by now.
    this.#reader = undefined;
    const wanted = assigned.filter((one) => partitions?.includes(one) ?? true);
    const over = new AbortController();
    const both = AbortSignal.any([signal, over.signal]);
    const standing = this.#stay(both);
    standing.catch(() => undefined);
    const reading = this.#read(wanted, both);
    reading.catch(() => undefined);
    try {
      const first = await Promise.race([standing, reading]);
      over.abort();
      // Nothing is handed on after the abort; where it stands is known when the read has ended.
      const end = await reading;
      const why = typeof first === 'string' ? first : 'member';
      const last = await this.#farewell(why);
      this.#kept = last === 'lost' ? new Set() : new Set(wanted);
      return typeof first === 'string' && end.kind === 'stopped' ? 'again' : end;
    } catch (error) {
      over.abort();
      await reading.catch(() => undefined);
      await this.#farewell('member').catch(() => undefined);
      throw error;
    }
  }

  async #read(partitions: readonly number[], signal: AbortSignal): Promise<ReadEnd> {
    try {
      const reader = await this.#readerOf(partitions, signal);
      const idle = partitions.length === 0 && this.#plan.to.kind === 'never';
      // The others have them all: some may come when one of them leaves.
      return await (idle
        ? settle(new Promise<never>(() => undefined), { signals: [signal] })
        : reader.run(signal));
    } catch (error) {
      if (signal.aborted && isAbort(error)) return { kind: 'stopped' };
      throw error;
    }
  }

  async #readerOf(partitions: readonly number[], signal: AbortSignal): Promise<TopicReader> {
    const { topic, isolation = 'uncommitted', to, filter } = this.#plan;
    const own = { positions: this.#positions, kept: this.#kept };
    const offsets = await startOffsets(this.#client, this.#plan, partitions, own, signal);
    for (const [partition, offset] of offsets) this.#positions.set(partition, offset);
    const plan = {
      topic,
      from: { kind: 'offsets', offsets } as const,
      to: this.#stopOf(to),
      isolation,
      ...(filter && { filter }),
    };
    const options = { log: this.#log, shared: this.#shared };
    const reader = new TopicReader(this.#client, plan, this.#sink, options);
    this.#reader = reader;
    if (this.#paused) reader.pause();
    const begun = (): void => this.#start.resolve(undefined);
    if (partitions.length === 0) begun();
    else reader.started.then(begun, () => undefined);
    return reader;
  }

  /** What was the end at first stays the end. */
  #stopOf(to: ReadStop): ReadStop {
    return to.kind === 'end' ? { kind: 'offsets', offsets: this.#stops } : to;
  }

  /** Heartbeats and commits until the group shares anew or goes on without us. */
  async #stay(signal: AbortSignal): Promise<Standing> {
    for (;;) {
      await delay(heartbeatMs, signal);
      let standing = await this.#member.heartbeat(signal);
      if (standing === 'member') standing = await this.#commit(signal);
      if (standing !== 'member') return standing;
    }
  }

  /** The last commit of a generation; a member that is none any more has nothing to say. */
  async #farewell(standing: Standing): Promise<Standing> {
    this.#note();
    return standing === 'lost' ? standing : this.#commit(AbortSignal.timeout(farewellMs));
  }

  /** Takes over where the reader stands. */
  #note(): void {
    for (const { partition, position, stop } of this.#reader?.progress.partitions ?? []) {
      if (position !== undefined) this.#positions.set(partition, position);
      if (stop !== undefined) this.#stops.set(partition, stop);
    }
  }

  async #commit(signal: AbortSignal): Promise<Standing> {
    this.#note();
    if (!this.#plan.commit || signal.aborted) return 'member';
    const ours = this.#reader?.progress.partitions ?? [];
    const moved = new Map(
      ours.flatMap(({ partition, position }) =>
        position === undefined || this.#committed.get(partition) === position
          ? []
          : [[partition, position] as const],
      ),
    );
    if (moved.size === 0) return 'member';
    const standing = await this.#member.commit(moved, signal);
    if (standing !== 'lost') for (const [one, at] of moved) this.#committed.set(one, at);
    return standing;
  }
}
