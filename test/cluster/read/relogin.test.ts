import assert from 'node:assert/strict';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { before, describe, it } from 'node:test';
import Connection from 'kafkajs/src/network/connection.js';
import ConnectionPool from 'kafkajs/src/network/connectionPool.js';
import { produceRecords } from '../../../src/kafka/produce/produceRecords.ts';
import { plainLogin } from '../../support/plainLogin.ts';
import { SuiteCluster } from '../../support/suiteCluster.ts';
import { newTopic, numbered, Reading } from './reading.ts';

/** Every login of this process. */
let logins = 0;

interface LoginExchange {
  saslAuthenticate: (exchange: { request: { encode: () => Promise<Buffer> } }) => Promise<unknown>;
}

const login = {
  mechanism: 'PLAIN',
  authenticationProvider: ({ saslAuthenticate }: LoginExchange) => ({
    authenticate: async () => {
      const credentials = Buffer.from('\0\0\0\x04\0a\0b', 'latin1');
      await saslAuthenticate({ request: { encode: () => Promise.resolve(credentials) } });
      logins++;
    },
  }),
};

describe('on a broker where a login holds for three seconds', () => {
  const cluster = new SuiteCluster({
    properties: { ...plainLogin, 'connections.max.reauth.ms': '3000' },
  });
  before(() => {
    // A cluster's settings know no login yet: each connection of kafkajs's is told ours.
    for (const { prototype } of [Connection, ConnectionPool]) {
      Object.defineProperty(prototype, 'sasl', {
        get: () => login,
        set: () => undefined,
      });
    }
  });

  it('a tail goes on through several logins over the same sockets, pauses included', async () => {
    const topic = await newTopic(cluster.client);
    const problems = new Set<string>();
    const tail = await Reading.tail(cluster.client, topic);
    let written = 0;
    const write = async (): Promise<void> => {
      await produceRecords(cluster.client, topic, numbered(1, 0, written++));
    };
    const writeAndRead = async (): Promise<void> => {
      await write();
      await tail.until(() => tail.records.length === written);
      for (const { problem } of tail.reader.progress.partitions) {
        if (problem !== undefined) problems.add(problem.message);
      }
    };
    await writeAndRead();
    let opened = 0;
    const count = (): void => {
      opened++;
    };
    subscribe('net.client.socket', count);
    try {
      const begun = logins;
      while (logins < begun + 4) await writeAndRead();
      tail.reader.pause();
      const paused = logins;
      while (logins < paused + 2) await write();
      tail.reader.resume();
      await tail.until(() => tail.records.length === written);
      await writeAndRead();
    } finally {
      unsubscribe('net.client.socket', count);
      await tail.stop();
    }
    assert.deepEqual([...problems], []);
    assert.equal(opened, 0);
    assert.deepEqual(
      tail.values,
      Array.from({ length: written }, (_none, index) => String(index)),
    );
  });
});
