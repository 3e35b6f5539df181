import assert from 'node:assert/strict';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { after, before, describe, it } from 'node:test';
import Connection from 'kafkajs/src/network/connection.js';
import ConnectionPool from 'kafkajs/src/network/connectionPool.js';
import { silentLog } from '../../../src/core/log.ts';
import type { ClusterClient } from '../../../src/kafka/connection/clusterClient.ts';
import { produceRecords } from '../../../src/kafka/produce/produceRecords.ts';
import { startLocalCluster, type LocalCluster } from '../../../src/local/localCluster.ts';
import { fromRunner } from '../../support/environment.ts';
import { tempFolder } from '../../support/tempFolder.ts';
import { testClient } from '../../support/testClient.ts';
import { newTopic, numbered, Reading } from './reading.ts';

const plainLogin = 'org.apache.kafka.common.security.plain.PlainLoginModule required';
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
  let folder: { path: string; remove: () => Promise<void> };
  let cluster: LocalCluster;
  let client: ClusterClient;
  before(async () => {
    folder = await tempFolder();
    cluster = await startLocalCluster({
      kafkaLibs: fromRunner('KAFKA_LIBS'),
      folder: folder.path,
      log: silentLog,
      properties: {
        'listener.security.protocol.map': 'PLAINTEXT:SASL_PLAINTEXT,CONTROLLER:PLAINTEXT',
        'sasl.enabled.mechanisms': 'PLAIN',
        'sasl.mechanism.inter.broker.protocol': 'PLAIN',
        'connections.max.reauth.ms': '3000',
        'listener.name.plaintext.plain.sasl.jaas.config': `${plainLogin} username="a" password="b" user_a="b";`,
      },
    });
    // A cluster's settings know no login yet: each connection of kafkajs's is told ours.
    for (const { prototype } of [Connection, ConnectionPool]) {
      Object.defineProperty(prototype, 'sasl', {
        get: () => login,
        set: () => undefined,
      });
    }
    client = testClient(cluster.bootstrapServers);
  });
  after(async () => {
    await client.close();
    await Promise.all(cluster.brokers.map((broker) => broker.kill()));
    await folder.remove();
  });

  it('a tail goes on through several logins over the same sockets, pauses included', async () => {
    const topic = await newTopic(client);
    const problems = new Set<string>();
    const tail = new Reading(client, { topic, from: { kind: 'latest' }, to: { kind: 'never' } });
    await tail.reader.started;
    let written = 0;
    const write = async (): Promise<void> => {
      await produceRecords(client, topic, numbered(1, 0, written++));
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
