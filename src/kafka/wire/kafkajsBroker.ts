import type { Socket } from 'node:net';
import Broker from 'kafkajs/src/broker/index.js';
import ConnectionPool from 'kafkajs/src/network/connectionPool.js';
import type { Log } from '../../core/log.ts';
import { kafkajsLogger } from './kafkajsLogger.ts';
import { patchKafkajs } from './patchKafkajs.ts';

/** Where a broker listens, how we introduce ourselves, and who opens its sockets. */
export interface KafkajsBrokerOptions {
  readonly host: string;
  readonly port: number;
  readonly clientId: string;
  readonly connectTimeoutMs: number;
  readonly log: Log;
  readonly openSocket: (target: { host: string; port: number; onConnect: () => void }) => Socket;
}

/** kafkajs's broker with its pool of connections, patched, not yet connected. */
export function kafkajsBroker(options: KafkajsBrokerOptions): Broker {
  patchKafkajs();
  const { host, port, clientId } = options;
  const logger = kafkajsLogger(options.log);
  return new Broker({
    logger,
    allowAutoTopicCreation: false,
    connectionPool: new ConnectionPool({
      host,
      port,
      clientId,
      logger,
      connectionTimeout: options.connectTimeoutMs,
      requestTimeout: options.connectTimeoutMs,
      // Its check wakes up ten times a second for each connection; our sends have their own limits.
      enforceRequestTimeout: false,
      socketFactory: options.openSocket,
    }),
  });
}
