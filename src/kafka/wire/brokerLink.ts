import { connect, type Socket } from 'node:net';
import type Broker from 'kafkajs/src/broker/index.js';
import type { BrokerVersions } from 'kafkajs/src/broker/index.js';
import type Connection from 'kafkajs/src/network/connection.js';
import type { Log } from '../../core/log.ts';
import { chooseVersion } from './chooseVersion.ts';
import type { MakeBroker } from './loadKafkajs.ts';
import type { FramePool } from './framePool.ts';
import { FrameReceiver, type FrameSink } from './frameReceiver.ts';
import { Reader } from './reader.ts';
import { requestFrame } from './requestFrame.ts';
import { socketError } from './socketError.ts';
import type { WireRequest } from './wireRequest.ts';

/** Where one broker listens, and how we introduce ourselves there. */
export interface BrokerLinkOptions {
  readonly host: string;
  readonly port: number;
  readonly clientId: string;
  readonly connectTimeoutMs: number;
  readonly log: Log;
  /** Where the memory of large answers is from. */
  readonly frames?: FramePool | undefined;
}

const fetchApiKey = 1;
const keepAliveDelayMs = 60_000;

/**
 * The connections to one broker: one for Fetch, one for everything else, opened when first needed, by
 * kafkajs's `Broker` (sockets, handshake, authentication). It has no memory beyond its sockets: once it is
 * closed or has lost its connection, a new link is made. Time limits are the caller's, except for connecting.
 */
export class BrokerLink {
  readonly address: string;
  readonly #broker: Broker;
  readonly #clientId: string;
  readonly #frames: FramePool | undefined;
  readonly #sockets = new Set<Socket>();
  #connecting: Promise<void> | undefined;
  readonly #opening: (Promise<Connection> | undefined)[] = [];
  /** Versions and login are settled. */
  #met = false;
  #closedBy: Error | undefined;

  /** @param makeBroker from `loadKafkajs` */
  constructor(options: BrokerLinkOptions, makeBroker: MakeBroker) {
    const { host, port, clientId } = options;
    this.#clientId = clientId;
    this.#frames = options.frames;
    this.address = formatAddress(host, port);
    this.#broker = makeBroker({ ...options, openSocket: (target) => this.#openSocket(target) });
  }

  /** True while requests can be sent without connecting first; a login that has ended is renewed by the next one. */
  get connected(): boolean {
    const { pool } = this.#broker.connectionPool;
    // kafkajs calls a socket connected before the broker has told its versions and has let us in.
    return this.#closedBy === undefined && this.#met && pool.some((each) => each.isConnected());
  }

  /** False once it was closed, or had a connection and lost it: make a new link then. */
  get usable(): boolean {
    return this.#closedBy === undefined && (this.#connecting !== undefined || this.connected);
  }

  /** The API versions that the broker told in its handshake, by API key; known once connected. */
  get versions(): BrokerVersions {
    return this.#broker.versions ?? {};
  }

  /** Opens the connection and makes the handshake; rejects with a KafkaError that names the address. */
  async connect(): Promise<void> {
    if (this.connected) return;
    this.#connecting ??= this.#meet().finally(() => (this.#connecting = undefined));
    try {
      await this.#connecting;
    } catch (error) {
      throw this.#failure(error);
    }
    if (this.#closedBy) throw this.#closedBy;
  }

  async #meet(): Promise<void> {
    await this.#broker.connect();
    this.#met = true;
  }

  /** Sends one request over a connected link and decodes its answer. */
  async send<T>(request: WireRequest<T>): Promise<T> {
    if (this.#closedBy) throw this.#closedBy;
    const version = chooseVersion(request, this.versions, this.address);
    const flexible = request.flexibleFrom !== undefined && version >= request.flexibleFrom;
    try {
      const fetches = request.apiKey === fetchApiKey && request.besideFetches !== true;
      const connection = await this.#open(fetches ? 1 : 0);
      await connection.authenticate();
      const payload = await this.#exchange(connection, request, version, flexible);
      const reader = new Reader(payload, flexible);
      if (payload.length > 0 && request.plainResponseHeader !== true) reader.tags();
      return request.decode(reader, version);
    } catch (error) {
      throw this.#failure(error);
    }
  }

  /** Drops the sockets at once; whatever waits for an answer is rejected with `error`. */
  close(error: Error): void {
    if (this.#closedBy) return;
    this.#closedBy = error;
    for (const connection of this.#broker.connectionPool.pool) {
      connection.requestQueue.rejectAll(error);
      void connection.disconnect();
    }
    for (const socket of this.#sockets) socket.destroy(error);
  }

  /**
   * Hands a request to a connection's queue. This is kafkajs's own `send` without its encoders, which would
   * copy a batch of records three times, and without its logging of every answer.
   */
  #exchange(
    connection: Connection,
    request: WireRequest<unknown>,
    version: number,
    flexible: boolean,
  ): Promise<Buffer> {
    const { apiKey, apiName, expectsResponse = true } = request;
    const correlationId = connection.nextCorrelationId();
    const header = { apiKey, version, correlationId, clientId: this.#clientId };
    const frame = requestFrame(header, flexible, (writer) => {
      request.encode(writer, version);
    });
    // From here to the write nothing else runs: a connection lost later rejects what is in its queue.
    if (!connection.isConnected()) throw new Error('The connection was lost');
    return new Promise((resolve, reject) => {
      const settle = ({ payload }: { payload: Buffer | null }): void => {
        resolve(payload ?? Buffer.alloc(0));
      };
      const entry = {
        apiKey,
        apiName,
        apiVersion: version,
        correlationId,
        resolve: settle,
        reject,
      };
      const sendRequest = (): void => {
        writeAll(connection.socket, frame);
      };
      const expectResponse = expectsResponse;
      connection.requestQueue.push({ entry, expectResponse, requestTimeout: null, sendRequest });
    });
  }

  /** kafkajs would open a socket for each of two sends that start at once: the first opens it for both. */
  async #open(index: 0 | 1): Promise<Connection> {
    const pool = this.#broker.connectionPool;
    const connected = pool.pool[index];
    if (connected?.isConnected() === true) return connected;
    this.#opening[index] ??= pool
      .getConnection(index)
      .finally(() => (this.#opening[index] = undefined));
    return this.#opening[index];
  }

  #failure(error: unknown): Error {
    return this.#closedBy ?? socketError(error, this.address);
  }

  #openSocket(target: { host: string; port: number; onConnect: () => void }): Socket {
    const sink: FrameSink = {
      // kafkajs listens to `data`; it gets whole answers (patchKafkajs.ts hands them on as they are).
      frame: (bytes) => socket.emit('data', bytes),
      failed: (error) => socket.destroy(error),
    };
    const receiver = new FrameReceiver(sink, this.#frames);
    const onread = {
      buffer: () => receiver.buffer(),
      callback: (bytes: number) => {
        receiver.received(bytes);
        return true;
      },
    };
    const { host, port, onConnect } = target;
    const socket = connect({ host, port, onread }, onConnect);
    // Small requests follow each other closely; waiting for an acknowledgement would add 40 ms to each.
    socket.setNoDelay(true);
    socket.setKeepAlive(true, keepAliveDelayMs);
    this.#sockets.add(socket);
    socket.once('close', () => this.#sockets.delete(socket));
    if (this.#closedBy) socket.destroy(this.#closedBy);
    return socket;
  }
}

/** `host:port` as people write it, IPv6 in brackets. */
export function formatAddress(host: string, port: number): string {
  return host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`;
}

function writeAll(socket: Socket | undefined, chunks: readonly Uint8Array[]): void {
  socket?.cork();
  for (const chunk of chunks) socket?.write(chunk);
  socket?.uncork();
}
