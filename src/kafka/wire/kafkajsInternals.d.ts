/**
 * The parts of kafkajs 2.2.4 that lie below its public API and that this room alone uses. The version is
 * pinned exactly: these shapes hold for 2.2.4 and are checked by test/unit/kafka/patchKafkajs.test.ts.
 */
declare module 'kafkajs/src/network/requestQueue/index.js' {
  export default class RequestQueue {
    pending: unknown[];
    throttledUntil: number;
    /** `null` while no timer is armed. */
    throttleCheckTimeoutId: unknown;
    scheduleCheckPendingRequests(): void;
    /** `sendRequest` is called at once, or when the broker's throttling is over. */
    push(request: {
      entry: {
        apiKey: number;
        apiName: string;
        apiVersion: number;
        correlationId: number;
        resolve: (answer: { payload: Buffer | null }) => void;
        reject: (error: Error) => void;
      };
      expectResponse: boolean;
      requestTimeout: number | null;
      sendRequest: () => void;
    }): void;
    fulfillRequest(answer: { correlationId: number; payload: Buffer; size: number }): void;
    rejectAll(error: Error): void;
    destroy(): void;
  }
}

declare module 'kafkajs/src/network/connection.js' {
  import type { Socket } from 'node:net';
  import type RequestQueue from 'kafkajs/src/network/requestQueue/index.js';
  export default class Connection {
    readonly requestQueue: RequestQueue;
    readonly socket?: Socket;
    /** Bytes of an answer that has not come whole. */
    readonly bytesBuffered: number;
    /** Set while a login is under way. */
    readonly authHandlers?: unknown;
    processData(bytes: Buffer): void;
    nextCorrelationId(): number;
    isConnected(): boolean;
    /** How long the login holds, in ms; 0 for ever. A Long of kafkajs's own. */
    sessionLifetime: { toNumber(): number };
    /** So many ms before its end the login is renewed. */
    reauthenticationThreshold: number;
    /** Does nothing without SASL, or while the login holds. */
    authenticate(): Promise<void>;
    disconnect(): Promise<boolean>;
  }
}

declare module 'kafkajs/src/network/connectionPool.js' {
  import type { Socket } from 'node:net';
  import type Connection from 'kafkajs/src/network/connection.js';
  import type { KafkajsLogger } from 'kafkajs/src/loggers/index.js';

  export interface ConnectionPoolOptions {
    host: string;
    port: number;
    rack?: string | null;
    clientId: string;
    logger: KafkajsLogger;
    socketFactory: (options: {
      host: string;
      port: number;
      ssl: unknown;
      onConnect: () => void;
    }) => Socket;
    connectionTimeout: number;
    requestTimeout: number;
    enforceRequestTimeout: boolean;
    maxInFlightRequests?: number | null;
    ssl?: unknown;
    sasl?: unknown;
  }

  export default class ConnectionPool {
    /** Two connections: [0] for everything, [1] for Fetch. */
    readonly pool: Connection[];
    constructor(options: ConnectionPoolOptions);
    getConnection(index?: number): Promise<Connection>;
  }
}

declare module 'kafkajs/src/broker/index.js' {
  import type ConnectionPool from 'kafkajs/src/network/connectionPool.js';
  import type { KafkajsLogger } from 'kafkajs/src/loggers/index.js';

  export type BrokerVersions = Record<number, { minVersion: number; maxVersion: number }>;

  export default class Broker {
    connectionPool: ConnectionPool;
    versions: BrokerVersions | null;
    constructor(options: {
      connectionPool: ConnectionPool;
      logger: KafkajsLogger;
      nodeId?: number | null;
      allowAutoTopicCreation: boolean;
      authenticationTimeout?: number;
    });
    connect(): Promise<void>;
  }
}

declare module 'kafkajs/src/loggers/index.js' {
  export interface KafkajsLogger {
    namespace(name: string): KafkajsLogger;
  }
  export interface KafkajsLogEntry {
    namespace: string;
    level: number;
    label: string;
    log: { message: string } & Record<string, unknown>;
  }
  const loggers: {
    LEVELS: { NOTHING: 0; ERROR: 1; WARN: 2; INFO: 4; DEBUG: 5 };
    createLogger(options: {
      level: number;
      logCreator: (level: number) => (entry: KafkajsLogEntry) => void;
    }): KafkajsLogger;
  };
  export default loggers;
}

declare module 'kafkajs/src/protocol/requests/metadata/v6/response.js' {
  const response: { parse: (data: unknown) => Promise<unknown>; decode: unknown };
  export default response;
}
