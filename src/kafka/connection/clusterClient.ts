import { KafkaError } from '../../core/kafkaError.ts';
import type { Log } from '../../core/log.ts';
import type { BrokerLink } from '../wire/brokerLink.ts';
import type { FramePool } from '../wire/framePool.ts';
import { metadataRequest } from '../wire/metadata.ts';
import type { WireRequest } from '../wire/wireRequest.ts';
import { BrokerLinks } from './brokerLinks.ts';
import { type ClusterDirectory, directoryOf } from './clusterDirectory.ts';
import type { ClusterProfile } from './clusterProfile.ts';
import { givenUp } from './openLink.ts';
import { abortError, settle } from './settle.ts';

/** Limits and log of a client. */
export interface ClusterClientOptions {
  readonly log: Log;
  /** For the whole of connecting, whatever the peer does; 8,000 when left out. */
  readonly connectTimeoutMs?: number;
  /** For one request's answer; 30,000 when left out. */
  readonly requestTimeoutMs?: number;
  /** Where the memory of large answers is from; each answer gets its own unless told. */
  readonly frames?: FramePool;
}

/** Which broker a request is for: its id, whichever is connected, or the controller. */
export type SendTarget = number | 'any' | 'controller';

/** What one request may do differently from its client. */
export interface SendOptions {
  readonly signal?: AbortSignal | undefined;
  /** For the answer of this request, instead of the client's limit. */
  readonly timeoutMs?: number;
}

const triedAtOnce = 3;
/** What finding a broker that has moved may take beyond connecting to it. */
const findingMs = 2_000;

/**
 * One cluster over the wire. It connects when first used, finds brokers by id, and connects again after a
 * broker has been away. Requests to one broker share a connection and are answered in order, so whatever
 * polls for long owns a {@link fork}.
 */
export class ClusterClient {
  readonly profile: ClusterProfile;
  readonly #options: Required<Omit<ClusterClientOptions, 'frames'>> & ClusterClientOptions;
  readonly #closing = new AbortController();
  readonly #forks = new Set<ClusterClient>();
  readonly #links: BrokerLinks;
  #directory: ClusterDirectory | undefined;
  #connecting: Promise<ClusterDirectory> | undefined;
  #refreshing: Promise<ClusterDirectory> | undefined;

  constructor(profile: ClusterProfile, options: ClusterClientOptions) {
    this.profile = profile;
    this.#options = { connectTimeoutMs: 8_000, requestTimeoutMs: 30_000, ...options };
    const { connectTimeoutMs, log, frames } = this.#options;
    const clientId = profile.clientId ?? 'kafka-workbench';
    const limits = { clientId, connectTimeoutMs, log, frames };
    this.#links = new BrokerLinks(limits, this.#closing.signal);
  }

  /**
   * Finds the cluster through the first bootstrap server that works. Idempotent, one attempt at a time.
   * Rejects with a KafkaError whose reason tells what was found instead, within `connectTimeoutMs`.
   */
  async connect(signal?: AbortSignal): Promise<void> {
    await settle(this.#known(), { signals: [signal, this.#closing.signal] });
  }

  /**
   * Sends a request and decodes its answer, connecting first when needed. A repeatable request whose
   * connection broke is sent once more. Rejects with a KafkaError, or with the signal's AbortError at once;
   * an aborted request may still have reached the broker.
   */
  async send<T>(
    target: SendTarget,
    request: WireRequest<T>,
    options: SendOptions = {},
  ): Promise<T> {
    return settle(this.#sendUntilAnswered(target, request, options), {
      signals: [options.signal, this.#closing.signal],
    });
  }

  /** Asks the cluster anew who its brokers and its controller are. */
  async refresh(signal?: AbortSignal): Promise<ClusterDirectory> {
    return settle(this.#refresh(), { signals: [signal, this.#closing.signal] });
  }

  /** The brokers as last told; connects when nothing is known yet. */
  async directory(signal?: AbortSignal): Promise<ClusterDirectory> {
    return settle(this.#known(), { signals: [signal, this.#closing.signal] });
  }

  /** A client of the same cluster with sockets of its own, opened when needed; closed at the latest with this one. */
  fork(frames?: FramePool): ClusterClient {
    const options = { ...this.#options, ...(frames && { frames }) };
    const fork = new ClusterClient(this.profile, options);
    fork.#directory = this.#directory;
    this.#forks.add(fork);
    fork.#closing.signal.addEventListener('abort', () => this.#forks.delete(fork), { once: true });
    return fork;
  }

  /** Drops every socket at once, without waiting for answers; pending sends reject with an AbortError. */
  close(): Promise<void> {
    if (!this.#closing.signal.aborted) {
      const reason = new DOMException('The client was closed', 'AbortError');
      this.#closing.abort(reason);
      this.#links.close(reason);
      for (const fork of this.#forks) void fork.close();
    }
    return Promise.resolve();
  }

  async #sendUntilAnswered<T>(
    target: SendTarget,
    request: WireRequest<T>,
    options: SendOptions,
  ): Promise<T> {
    if (options.signal?.aborted === true) throw abortError(options.signal);
    const timeoutMs = options.timeoutMs ?? this.#options.requestTimeoutMs;
    for (let attempt = 1; ; attempt++) {
      const link = await settle(this.#link(target), {
        signals: [],
        timeoutMs: this.#options.connectTimeoutMs + findingMs,
        timeoutError: () => unreachable(target),
      });
      try {
        return await settle(link.send(request), {
          signals: [],
          timeoutMs,
          timeoutError: () => requestTimeout(request.apiName, link.address, timeoutMs),
        });
      } catch (error) {
        const reason = error instanceof KafkaError ? error.reason : undefined;
        // An unanswered request blocks all that come after it on the connection.
        if (reason === 'requestTimeout') link.close(givenUp(link));
        const lost = reason === 'connectionClosed' && !this.#closing.signal.aborted;
        if (!lost || attempt > 1 || request.repeatable === false) throw error;
      }
    }
  }

  #link(target: SendTarget): Promise<BrokerLink> {
    if (target === 'any') return this.#linkToAny();
    if (target === 'controller') return this.#linkToController();
    return this.#linkTo(target);
  }

  async #linkTo(id: number): Promise<BrokerLink> {
    const open = this.#links.connectedTo(id);
    if (open) return open;
    const known = (await this.#known()).brokers.get(id);
    if (known) {
      try {
        return await this.#links.open(known);
      } catch (error) {
        // It may have come back elsewhere, or be gone.
        const moved = (await this.#refresh()).brokers.get(id);
        if (moved?.host === known.host && moved.port === known.port) throw error;
        if (moved) return this.#links.open(moved);
      }
    }
    const found = (await this.#refresh()).brokers.get(id);
    if (found) return this.#links.open(found);
    throw new KafkaError('brokerUnknown', `Broker ${id} is not part of the cluster now`, {
      details: { broker: id },
    });
  }

  async #linkToController(): Promise<BrokerLink> {
    const { controllerId, brokers } = await this.#known();
    if (controllerId === undefined || !brokers.has(controllerId)) return this.#linkToAny();
    return this.#linkTo(controllerId);
  }

  async #linkToAny(): Promise<BrokerLink> {
    const open = this.#links.connected();
    if (open) return open;
    const { brokers } = await this.#known();
    const some = [...brokers.values()].slice(0, triedAtOnce);
    try {
      return (
        this.#links.connected() ??
        (await Promise.any(some.map((broker) => this.#links.open(broker))))
      );
    } catch {
      // None of those answers: start over from the bootstrap servers, which also tells why.
      this.#directory = undefined;
      await this.#known();
      const again = this.#links.connected();
      if (again) return again;
      throw new KafkaError('connectionClosed', 'The connection broke right after connecting');
    }
  }

  #known(): Promise<ClusterDirectory> {
    if (this.#closing.signal.aborted) return Promise.reject(abortError(this.#closing.signal));
    if (this.#directory) return Promise.resolve(this.#directory);
    this.#connecting ??= this.#bootstrap().finally(() => (this.#connecting = undefined));
    return this.#connecting;
  }

  #refresh(): Promise<ClusterDirectory> {
    this.#refreshing ??= this.#askDirectory().finally(() => (this.#refreshing = undefined));
    return this.#refreshing;
  }

  async #askDirectory(): Promise<ClusterDirectory> {
    const metadata = await this.#sendUntilAnswered('any', metadataRequest([]), {});
    this.#directory = directoryOf(metadata);
    return this.#directory;
  }

  async #bootstrap(): Promise<ClusterDirectory> {
    this.#directory = await this.#links.bootstrap(this.profile.bootstrapServers);
    return this.#directory;
  }
}

function requestTimeout(api: string, address: string, timeoutMs: number): KafkaError {
  return new KafkaError('requestTimeout', `${address} did not answer ${api} in ${timeoutMs} ms`, {
    details: { api, address, timeoutMs },
  });
}

function unreachable(target: SendTarget): KafkaError {
  const which = typeof target === 'number' ? `broker ${target}` : `${target} broker`;
  return new KafkaError('connectionTimeout', `No connection to ${which} came about`, {
    details: { address: which },
  });
}
