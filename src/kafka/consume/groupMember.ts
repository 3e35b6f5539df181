import type { Log } from '../../core/log.ts';
import { atCoordinator } from '../admin/atCoordinator.ts';
import { delay } from '../admin/delay.ts';
import { describeTopics } from '../admin/listTopics.ts';
import type { ClusterClient } from '../connection/clusterClient.ts';
import { isAway } from '../connection/isAway.ts';
import { brokerError, errorCodeOf, throwIfFailed } from '../wire/brokerError.ts';
import { readSubscription, subscriptionBytes } from '../wire/consumerProtocol.ts';
import {
  type GroupAssignment,
  heartbeatRequest,
  leaveGroupRequest,
  type Membership,
  syncGroupRequest,
} from '../wire/groupMembership.ts';
import { type JoinedGroup, joinGroupRequest } from '../wire/joinGroup.ts';
import { offsetCommitRequest } from '../wire/offsetCommit.ts';
import { sharePartitions, sharings, type Subscriber } from './sharePartitions.ts';

/**
 * How a member stands: it is one; it is one until it has joined again (`rebalance`); or the group goes on
 * without it (`lost`), so that what it had may be with others by now.
 */
export type Standing = 'member' | 'rebalance' | 'lost';

const sessionTimeoutMs = 30_000;
const rebalanceTimeoutMs = 60_000;
const retryMs = 100;
/** Between attempts while the coordinator is away. */
const awayMs = 1_000;

const illegalGeneration = 22;
const unknownMember = 25;
const rebalanceInProgress = 27;
const memberIdRequired = 79;
const fenced = 82;
/** Coordinator is loading, not available, not this broker: it is looked for again. */
const movedCodes = new Set([14, 15, 16]);

/** Ours in a group of Kafka's classic protocol (eager rebalancing, KIP-62), for one topic. */
export class GroupMember {
  readonly #cluster: ClusterClient;
  /** Joining is answered late, and whatever shares its connection would wait as well. */
  readonly #client: ClusterClient;
  readonly #group: string;
  readonly #topic: string;
  readonly #log: Log;
  #coordinator: number | undefined;
  #memberId = '';
  #generation = -1;
  #lastHeardMs = 0;

  constructor(client: ClusterClient, group: string, topic: string, log: Log) {
    this.#cluster = client;
    this.#client = client.fork();
    this.#group = group;
    this.#topic = topic;
    this.#log = log;
  }

  /**
   * Joins, or joins again, and waits for the others to do so. Gives the partitions of the topic that are ours.
   *
   * @throws KafkaError `notAuthorized`, `groupIncompatible` when the members share partitions in a way that we
   *   do not know, or what connecting met
   */
  async join(signal: AbortSignal): Promise<readonly number[]> {
    for (;;) {
      const partitions = await this.#tryToJoin(signal);
      if (partitions !== undefined) {
        this.#lastHeardMs = performance.now();
        this.#log.info(
          `group ${this.#group}: member ${this.#memberId} reads ${this.#topic}[${partitions.join(',')}]`,
        );
        return partitions;
      }
      await delay(retryMs, signal);
    }
  }

  /** Undefined where it must be tried again. Who has been a member bears a coordinator that is away. */
  async #tryToJoin(signal: AbortSignal): Promise<readonly number[] | undefined> {
    try {
      const joined = await this.#join(signal);
      return joined && (await this.#sync(joined, signal));
    } catch (error) {
      const wasMember = this.#generation >= 0;
      if (!wasMember || !isPassing(error)) throw error;
      if (performance.now() - this.#lastHeardMs > rebalanceTimeoutMs) throw error;
      this.#coordinator = undefined;
      await delay(awayMs, signal);
      return undefined;
    }
  }

  async #join(signal: AbortSignal): Promise<JoinedGroup | undefined> {
    const metadata = subscriptionBytes([this.#topic]);
    const request = joinGroupRequest({
      group: this.#group,
      memberId: this.#memberId,
      sessionTimeoutMs,
      rebalanceTimeoutMs,
      protocols: sharings.map((name) => ({ name, metadata })),
    });
    const timeoutMs = rebalanceTimeoutMs + 5_000;
    const joined = await this.#ask(signal, async (broker) => {
      const answer = await this.#client.send(broker, request, { signal, timeoutMs });
      if (movedCodes.has(answer.errorCode)) throwIfFailed(answer.errorCode);
      return answer;
    });
    switch (joined.errorCode) {
      case 0:
        this.#memberId = joined.memberId;
        this.#generation = joined.generation;
        return joined;
      case memberIdRequired:
        this.#memberId = joined.memberId;
        return this.#join(signal);
      case unknownMember:
      case fenced:
        this.#memberId = '';
        return undefined;
      case rebalanceInProgress:
        return undefined;
      default:
        throw brokerError(joined.errorCode, { group: this.#group });
    }
  }

  async #sync(joined: JoinedGroup, signal: AbortSignal): Promise<number[] | undefined> {
    const leads = joined.leaderId === joined.memberId;
    const shares: GroupAssignment = leads ? await this.#share(joined, signal) : new Map();
    const request = syncGroupRequest(this.membership, shares);
    const timeoutMs = rebalanceTimeoutMs + 5_000;
    const answer = await this.#ask(signal, (broker) =>
      this.#client.send(broker, request, { signal, timeoutMs }),
    );
    if (this.#standing(answer.errorCode) !== 'member' || answer.errorCode !== 0) return undefined;
    const own = answer.assigned.filter(({ topic }) => topic === this.#topic);
    return own.flatMap(({ partitions }) => partitions).sort((a, b) => a - b);
  }

  /** As the group's leader: shares what the members want. */
  async #share({ protocol, members }: JoinedGroup, signal: AbortSignal): Promise<GroupAssignment> {
    const subscribers = members.map(({ memberId, metadata }): Subscriber => ({
      memberId,
      topics: readSubscription(metadata),
    }));
    const names = [...new Set(subscribers.flatMap(({ topics }) => topics))];
    const topics = await describeTopics(this.#client, names, signal);
    const counts = new Map(topics.map(({ name, partitions }) => [name, partitions.length]));
    const how = sharings.find((name) => name === protocol) ?? 'range';
    return sharePartitions(how, subscribers, counts);
  }

  /** Tells the coordinator that we are there. Rejects only when we may not be, or with the signal's AbortError. */
  heartbeat(signal: AbortSignal): Promise<Standing> {
    return this.#report(signal, (broker) =>
      this.#client.send(broker, heartbeatRequest(this.membership), { signal }),
    );
  }

  /** Commits offsets: of each partition the one to read next. Rejects as {@link heartbeat}. */
  commit(offsets: ReadonlyMap<number, bigint>, signal: AbortSignal): Promise<Standing> {
    const topic = this.#topic;
    const list = [...offsets].map(([partition, offset]) => ({ topic, partition, offset }));
    const request = offsetCommitRequest(this.#group, list, this.membership);
    return this.#report(signal, async (broker) => {
      const answers = await this.#client.send(broker, request, { signal });
      return answers.find(({ errorCode }) => errorCode !== 0)?.errorCode ?? 0;
    });
  }

  /** Leaves, so that the others need not wait for the session to end. Never rejects. */
  async leave(): Promise<void> {
    // An answer to joining may still be awaited on the old connection, and nothing would pass it.
    await this.#client.close();
    if (this.#memberId === '') return;
    const signal = AbortSignal.timeout(3_000);
    const own = this.#cluster.fork();
    const request = leaveGroupRequest(this.membership);
    try {
      await atCoordinator(own, this.#group, this.#coordinator, signal, async (broker) => {
        throwIfFailed(await own.send(broker, request, { signal }), { group: this.#group });
      });
    } catch (error) {
      this.#log.debug(`group ${this.#group}: leaving failed: ${String(error)}`);
    } finally {
      await own.close();
    }
  }

  /** Who we are in the group's last generation that we joined. */
  get membership(): Membership {
    return { group: this.#group, memberId: this.#memberId, generation: this.#generation };
  }

  /** A coordinator that is away is borne for as long as it may bear our silence. */
  async #report(signal: AbortSignal, ask: (broker: number) => Promise<number>): Promise<Standing> {
    try {
      const code = await this.#ask(signal, async (broker) => {
        const answer = await ask(broker);
        if (movedCodes.has(answer)) throwIfFailed(answer);
        return answer;
      });
      this.#lastHeardMs = performance.now();
      return this.#standing(code);
    } catch (error) {
      if (!isPassing(error)) throw error;
      this.#log.debug(`group ${this.#group}: ${String(error)}`);
      this.#coordinator = undefined;
      return performance.now() - this.#lastHeardMs > sessionTimeoutMs ? 'lost' : 'member';
    }
  }

  #standing(code: number): Standing {
    switch (code) {
      case 0:
        return 'member';
      case rebalanceInProgress:
        return 'rebalance';
      case unknownMember:
      case fenced:
        this.#memberId = '';
        return 'lost';
      case illegalGeneration:
        return 'lost';
      default:
        throw brokerError(code, { group: this.#group, topic: this.#topic });
    }
  }

  #ask<T>(signal: AbortSignal, ask: (broker: number) => Promise<T>): Promise<T> {
    return atCoordinator(this.#client, this.#group, this.#coordinator, signal, (broker) => {
      this.#coordinator = broker;
      return ask(broker);
    });
  }
}

/** What a coordinator that moves or comes back is known by. */
function isPassing(error: unknown): boolean {
  return movedCodes.has(errorCodeOf(error) ?? 0) || isAway(error);
}
