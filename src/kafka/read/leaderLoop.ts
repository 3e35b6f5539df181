import type { Log } from '../../core/log.ts';
import { isAbort, KafkaError } from '../../core/kafkaError.ts';
import type { ClusterClient } from '../connection/clusterClient.ts';
import { brokerError } from '../wire/brokerError.ts';
import {
  endFetchSession,
  fetchRequest,
  type FetchedPartition,
  type FetchResponse,
} from '../wire/fetch.ts';
import type { FramePool } from '../wire/framePool.ts';
import { FetchSession } from './fetchSession.ts';
import { fetchWait } from './fetchWait.ts';
import { receiveBatches, type Received } from './receiveBatches.ts';
import { skipGap } from './skipGap.ts';
import type { PartitionRead } from './partitionRead.ts';
import type { ByteThrottle } from './byteThrottle.ts';
import type { Checksums } from './checksums.ts';
import type { ReadPlan } from './readPlan.ts';
import type { Turns } from './turns.ts';

/** What a leader's loop tells its reader. */
export interface LeaderLoopHost {
  readonly client: ClusterClient;
  readonly plan: ReadPlan;
  readonly log: Log;
  readonly turns: Turns;
  readonly checksums: Checksums;
  /** Where the memory of its client's answers is from. */
  readonly frames: FramePool;
  readonly throttle: ByteThrottle;
  readonly rack: string | undefined;
  readonly signal: AbortSignal;
  /** Hands on what one partition received; `undefined` or the wait until there is room for more. */
  deliver(read: PartitionRead, received: Received): Promise<void>;
  /** Resolves at once, or when a paused read goes on. */
  running(): Promise<void>;
  /** Something that is shown has changed. */
  changed(): void;
  /** This broker cannot serve the partition now: its leader and perhaps its position must be found anew. */
  lost(read: PartitionRead, problem: KafkaError, outOfRange: boolean): void;
  /** The leader names a replica to read the partition from. */
  moved(read: PartitionRead, broker: number): void;
}

/** Larger reads no faster and blocks the event loop for longer; a larger batch still comes whole. */
export const responseBytes = 8 * 1024 * 1024;
const partitionBytes = 2 * 1024 * 1024;
/** What a sink may keep is copied out of its response: half as much at a time then halves the garbage. */
const keptShare = 2;
const timeoutMs = 30_000;
const farewellMs = 500;
const outOfRangeCode = 1;

/** Fetches from one broker, over and over, whatever partitions of a read it leads. */
export class LeaderLoop {
  readonly broker: number;
  readonly #host: LeaderLoopHost;
  readonly #partitions = new Map<number, PartitionRead>();
  readonly #session: FetchSession;
  #running = false;
  /** Bytes of records in the last answer. */
  #answered = 0;

  constructor(broker: number, host: LeaderLoopHost) {
    this.broker = broker;
    this.#host = host;
    this.#session = new FetchSession(host.plan.to.kind === 'never');
  }

  /** Adds a partition that has a position; it is asked for from the next request on. */
  add(read: PartitionRead): void {
    this.#partitions.set(read.partition, read);
    if (this.#running) return;
    this.#running = true;
    void this.#run();
  }

  /** Leaves nothing of this loop in the broker; gives up soon where that does not answer. */
  async close(): Promise<void> {
    const { id } = this.#session;
    if (id === 0) return;
    const signal = AbortSignal.timeout(farewellMs);
    await this.#host.client.send(this.broker, endFetchSession(id), { signal }).catch(() => {
      this.#host.log.debug(`read: broker ${this.broker} keeps a fetch session until it is stale`);
    });
  }

  async #run(): Promise<void> {
    const { signal } = this.#host;
    let next: Promise<FetchResponse> | undefined;
    try {
      while (!signal.aborted) {
        await this.#host.running();
        this.#forgetFinished();
        if (this.#partitions.size === 0) break;
        const answer = await (next ?? this.#fetch());
        next = undefined;
        // Paused meanwhile: what came waits, and nothing more is asked for.
        await this.#host.running();
        this.#host.turns.begin();
        const received = this.#receive(answer);
        this.#forgetFinished();
        if (this.#partitions.size > 0) {
          next = this.#fetch();
          // Its rejection is met by the await above, in the next round.
          next.catch(() => undefined);
        }
        for (const [read, batches] of received) await this.#host.deliver(read, batches);
        this.#forget(answer);
        this.#host.changed();
      }
    } catch (error) {
      this.#session.restart();
      if (!signal.aborted || !isAbort(error)) this.#loseAll(error);
    } finally {
      this.#running = false;
    }
  }

  async #fetch(): Promise<FetchResponse> {
    const { client, plan, signal, throttle, rack, checksums } = this.#host;
    const share = checksums === 'always' ? keptShare : 1;
    await throttle.wait(signal);
    // Paused while it was held back.
    await this.#host.running();
    const { topic } = plan;
    const reads = [...this.#partitions.values()];
    const partitions = reads.map((read) => ({
      topic,
      partition: read.partition,
      offset: read.nextFetch,
      maxBytes: throttle.most(partitionBytes / share),
      leaderEpoch: read.leaderEpoch,
    }));
    const asked = this.#session.next(partitions);
    const request = fetchRequest({
      ...fetchWait(plan.to.kind === 'never' ? this.#answered : 0),
      // One that begins is answered at once: the sooner its name is known, the sooner it can be ended.
      ...(asked.session?.epoch === 0 && { maxWaitMs: 0 }),
      maxBytes: throttle.most(responseBytes / share),
      // Where a replica nearby has failed, the leader is not asked for one for a while.
      rack: reads.some((read) => read.avoidsReplicas) ? undefined : rack,
      isolation: plan.isolation ?? 'uncommitted',
      ...asked,
    });
    return client.send(this.broker, request, { signal, timeoutMs });
  }

  /** Looks through an answer's headers and moves each partition's next fetch behind what has come. */
  #receive(answer: FetchResponse): [PartitionRead, Received][] {
    if (this.#session.lost(answer)) return [];
    if (answer.errorCode !== 0) throw brokerError(answer.errorCode, { broker: this.broker });
    const { throttle } = this.#host;
    throttle.asked(answer.throttleMs);
    const received: [PartitionRead, Received][] = [];
    this.#answered = 0;
    const isEmpty =
      answer.throttleMs === 0 && answer.partitions.every(({ records }) => records.length === 0);
    for (const fetched of answer.partitions) {
      const read = this.#partitions.get(fetched.partition);
      if (read === undefined) continue;
      if (fetched.errorCode !== 0) {
        this.#lose(read, fetched);
        continue;
      }
      throttle.received(fetched.records.length);
      this.#answered += fetched.records.length;
      if (fetched.preferredReadReplica >= 0 && fetched.preferredReadReplica !== this.broker) {
        this.#partitions.delete(read.partition);
        this.#host.moved(read, fetched.preferredReadReplica);
        continue;
      }
      read.healthy();
      const { plan, checksums } = this.#host;
      const batches =
        receiveBatches(read, fetched, plan.isolation ?? 'uncommitted', checksums) ??
        (isEmpty ? skipGap(read, performance.now()) : undefined);
      if (batches === undefined) continue;
      received.push([read, batches]);
      // The broker fills a response in the order asked: who got something goes to the end of the line.
      this.#partitions.delete(read.partition);
      this.#partitions.set(read.partition, read);
    }
    return received;
  }

  /** Gives back the memory of an answer that everybody has looked through. */
  #forget(answer: FetchResponse): void {
    const { frames } = this.#host;
    const full = answer.partitions.filter(({ records }) => records.length > 0);
    for (const { records } of full) frames.giveBack(records.buffer);
    if (full.length === 0) frames.clear();
  }

  #lose(read: PartitionRead, fetched: FetchedPartition): void {
    const { topic, partition, errorCode } = fetched;
    const problem = brokerError(errorCode, { topic, partition, broker: this.broker });
    this.#partitions.delete(partition);
    read.lostBy(this.broker);
    this.#host.lost(read, problem, errorCode === outOfRangeCode);
  }

  #loseAll(error: unknown): void {
    const problem =
      error instanceof KafkaError
        ? error
        : new KafkaError('internal', `Reading from broker ${this.broker} failed`, { cause: error });
    this.#host.log.debug(`read: broker ${this.broker}: ${problem.message}`);
    const lost = [...this.#partitions.values()];
    this.#partitions.clear();
    for (const read of lost) {
      read.lostBy(this.broker);
      this.#host.lost(read, problem, false);
    }
  }

  #forgetFinished(): void {
    for (const read of this.#partitions.values()) {
      if (read.fetchedAll) this.#partitions.delete(read.partition);
    }
  }
}
