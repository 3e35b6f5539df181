import { setTimeout as sleep } from 'node:timers/promises';
import { isAbort, KafkaError, type KafkaErrorReason } from '../../core/kafkaError.ts';
import type { BodyCache } from '../../core/record/bodyCache.ts';
import { abortError } from '../connection/settle.ts';
import type { MetadataTopic } from '../wire/metadata.ts';
import { byLeader } from './byLeader.ts';
import { findTopic } from './findTopic.ts';
import { LeaderLoop, type LeaderLoopHost } from './leaderLoop.ts';
import { Lookout } from './lookout.ts';
import { PartitionRead } from './partitionRead.ts';
import type { ReadEnd } from './readPlan.ts';
import { resolvePositions, returnToLog } from './resolvePositions.ts';
import { wantedPartitions } from './wantedPartitions.ts';

/** What the partitions of one topic are read with; most of it is shared with the topic's reader. */
export interface AssignmentOptions extends Omit<LeaderLoopHost, 'lost' | 'moved'> {
  /** Partitions that are added to the topic are read, too. */
  readonly growing: boolean;
  readonly bodies: BodyCache;
}

/** How often a topic that was just made is asked for its leaders. */
const leaderRetryMs = 50;
/** How long a read of what is new waits for partitions without a leader before it begins with the others. */
const leaderPatienceMs = 2_000;
/** Metadata lags: a broker that has just come up may not know a topic yet. */
const missesUntilDeleted = 4;
/** A read with an end does not wait for ever for a partition that cannot be read. */
const giveUpMs = 30_000;

/** What trying again does not help against. */
const endingReasons: ReadonlySet<KafkaErrorReason> = new Set([
  'notAuthorized',
  'internal',
  'filterInvalid',
  'filterTooSlow',
]);

/** Which leader reads which partition of a read: finds them, follows them, and knows when all are done. */
export class Assignment {
  /** Settles when the read has ended; rejects when it cannot go on or is aborted. */
  readonly finished: Promise<ReadEnd>;
  readonly #options: AssignmentOptions;
  readonly #end = Promise.withResolvers<ReadEnd>();
  readonly #loops = new Map<number, LeaderLoop>();
  readonly #homeless = new Set<PartitionRead>();
  readonly #outOfRange = new Set<PartitionRead>();
  readonly #lookout = new Lookout();
  #reads: PartitionRead[] = [];
  #topicId: string | undefined;
  #misses = 0;

  constructor(options: AssignmentOptions) {
    this.#options = options;
    this.finished = this.#end.promise;
    this.finished.catch(() => undefined);
    const { signal } = options;
    signal.addEventListener('abort', () => this.#end.reject(abortError(signal)), { once: true });
    if (signal.aborted) this.#end.reject(abortError(signal));
  }

  get partitions(): readonly PartitionRead[] {
    return this.#reads;
  }

  /** Finds where each partition begins, and begins. */
  async start(): Promise<void> {
    const { client, plan, signal, bodies } = this.#options;
    signal.throwIfAborted();
    const topic = await findTopic(client, plan.topic, signal);
    this.#topicId = topic.id;
    this.#reads = wantedPartitions(plan, topic).map(
      (partition) => new PartitionRead(plan.topic, partition, bodies),
    );
    for (const read of this.#reads) this.#homeless.add(read);
    await this.#settle(topic);
    if (plan.from.kind === 'latest') await this.#awaitLeaders();
    this.#finishWhenDone();
    void this.#watch();
  }

  /** A topic just made has no leaders for a moment: what is produced then must not be taken for older. */
  async #awaitLeaders(): Promise<void> {
    const { client, plan, signal } = this.#options;
    const patience = performance.now() + leaderPatienceMs;
    while (this.#homeless.size > 0 && performance.now() < patience) {
      await sleep(leaderRetryMs, undefined, { signal });
      await this.#settle(await findTopic(client, plan.topic, signal));
    }
  }

  finish(end: ReadEnd): void {
    this.#end.resolve(end);
  }

  /** Ends what brokers remember of this read; for its end, while its client is still open. */
  async close(): Promise<void> {
    await Promise.all([...this.#loops.values()].map((loop) => loop.close()));
  }

  /** Looks around now and then, and at once when a partition has lost its leader. */
  async #watch(): Promise<void> {
    const { signal } = this.#options;
    try {
      while (!signal.aborted) {
        await this.#lookout.next(() => this.#homeless.size > 0, signal);
        await this.#lookAround();
      }
    } catch (error) {
      if (!signal.aborted || !isAbort(error)) this.#end.reject(error);
    }
  }

  async #lookAround(): Promise<void> {
    const { client, plan, signal, log } = this.#options;
    try {
      const topic = await findTopic(client, plan.topic, signal, { patienceMs: 0 });
      this.#misses = 0;
      if (this.#topicId !== undefined && topic.id !== undefined && topic.id !== this.#topicId) {
        this.finish({ kind: 'topicRecreated' });
        return;
      }
      this.#addNewPartitions(topic);
      await this.#settle(topic);
    } catch (error) {
      if (!(error instanceof KafkaError) || error.reason === 'notAuthorized') throw error;
      log.debug(`read ${plan.topic}: ${error.message}`);
      if (error.reason === 'topicUnknown' && this.#homeless.size > 0) {
        if (++this.#misses >= missesUntilDeleted) this.finish({ kind: 'topicDeleted' });
      }
    }
    this.#giveUpOnStuck();
    this.#finishWhenDone();
    this.#options.changed();
  }

  /** Gives every partition without a loop to its leader's loop, once its position is known. */
  async #settle(topic: MetadataTopic): Promise<void> {
    const groups = [...byLeader(this.#homeless, topic)].map(([leader, reads]) =>
      this.#give(leader, reads),
    );
    await Promise.all(groups);
  }

  async #give(leader: number, reads: readonly PartitionRead[]): Promise<void> {
    const { client, plan, signal, log } = this.#options;
    try {
      const unplaced = reads.filter((read) => read.position === undefined);
      if (unplaced.length > 0) await resolvePositions(client, leader, unplaced, plan, signal);
      const outside = reads.filter((read) => this.#outOfRange.has(read));
      if (outside.length > 0) await returnToLog(client, leader, outside, plan, signal, log);
      for (const read of outside) this.#outOfRange.delete(read);
    } catch (error) {
      if (!(error instanceof KafkaError)) throw error;
      for (const read of reads) read.failed(error);
      return;
    }
    for (const read of reads) {
      if (read.problem?.reason === 'notAuthorized') throw read.problem;
      if (read.position === undefined) continue;
      this.#homeless.delete(read);
      if (!read.done) this.#loop(leader).add(read);
    }
  }

  #loop(leader: number): LeaderLoop {
    let loop = this.#loops.get(leader);
    if (loop === undefined) {
      loop = new LeaderLoop(leader, {
        ...this.#options,
        deliver: async (read, received) => {
          try {
            await this.#options.deliver(read, received);
          } catch (error) {
            // Not the broker's: fetching again would go on behind what was not handed on.
            this.#end.reject(error);
            throw error;
          }
          this.#finishWhenDone();
        },
        lost: (read, problem, outOfRange) => this.#lost(read, problem, outOfRange),
        moved: (read, broker) => {
          this.#options.log.debug(
            `read ${read.topic}[${read.partition}]: from broker ${broker}, which is nearer`,
          );
          this.#loop(broker).add(read);
        },
      });
      this.#loops.set(leader, loop);
    }
    return loop;
  }

  #lost(read: PartitionRead, problem: KafkaError, outOfRange: boolean): void {
    if (endingReasons.has(problem.reason)) {
      this.#end.reject(problem);
      return;
    }
    if (outOfRange) this.#outOfRange.add(read);
    else read.failed(problem);
    this.#homeless.add(read);
    this.#lookout.wake();
    this.#options.changed();
  }

  #addNewPartitions(topic: MetadataTopic): void {
    const { plan, bodies, growing } = this.#options;
    if (!growing) return;
    const known = new Set(this.#reads.map(({ partition }) => partition));
    for (const { partition } of topic.partitions) {
      if (known.has(partition)) continue;
      // Whatever it holds came after this read had begun.
      const read = new PartitionRead(plan.topic, partition, bodies);
      read.moveTo(0n);
      this.#reads.push(read);
      this.#homeless.add(read);
    }
  }

  #giveUpOnStuck(): void {
    const { to, limit } = this.#options.plan;
    if (to.kind === 'never' && limit === undefined) return;
    const now = performance.now();
    const stuck = this.#reads.find(
      ({ problemSince }) => problemSince !== undefined && now - problemSince > giveUpMs,
    );
    if (stuck?.problem !== undefined) this.#end.reject(stuck.problem);
  }

  #finishWhenDone(): void {
    if (this.#reads.every((read) => read.done)) this.finish({ kind: 'end' });
  }
}
