import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { promisify } from 'node:util';
import { KafkaError } from '../../../src/core/kafkaError.ts';
import { silentLog } from '../../../src/core/log.ts';
import { startLocalCluster } from '../../../src/local/localCluster.ts';
import { fromRunner } from '../../support/environment.ts';
import { javaProgram } from '../../support/kafkaJava.ts';
import { plainLogin } from '../../support/plainLogin.ts';
import { SuiteCluster } from '../../support/suiteCluster.ts';
import { tempFolder } from '../../support/tempFolder.ts';
import { testClient } from '../../support/testClient.ts';
import { until } from '../../support/until.ts';

async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address ? address.port : 0;
}

async function reasonAt(port: number): Promise<string> {
  const client = testClient(`127.0.0.1:${port}`);
  try {
    await client.connect();
    return 'connected';
  } catch (error) {
    return error instanceof KafkaError ? error.reason : String(error);
  } finally {
    await client.close();
  }
}

describe('a broker that wants TLS', () => {
  let folder: { path: string; remove: () => Promise<void> };
  before(async () => (folder = await tempFolder()));
  after(() => folder.remove());

  it('is told', async () => {
    const port = await freePort();
    const store = join(folder.path, 'broker.p12');
    await promisify(execFile)(javaProgram('keytool'), [
      ...['-genkeypair', '-alias', 'broker', '-keyalg', 'RSA', '-dname', 'CN=broker'],
      ...['-keystore', store, '-storetype', 'PKCS12', '-storepass', 'secret'],
    ]);
    const abort = new AbortController();
    const starting = startLocalCluster(
      {
        kafkaLibs: fromRunner('KAFKA_LIBS'),
        folder: join(folder.path, 'tls'),
        ports: [port],
        log: silentLog,
        properties: {
          'listener.security.protocol.map': 'PLAINTEXT:SSL,CONTROLLER:PLAINTEXT',
          'ssl.keystore.location': store,
          'ssl.keystore.type': 'PKCS12',
          'ssl.keystore.password': 'secret',
          'ssl.truststore.location': store,
          'ssl.truststore.type': 'PKCS12',
          'ssl.truststore.password': 'secret',
        },
      },
      abort.signal,
    );
    // Its start waits for a plaintext answer that never comes: what ends it is our abort.
    const ended = assert.rejects(starting);
    try {
      await until(
        () => reasonAt(port),
        (told) => told === 'speaksTls',
      );
    } finally {
      abort.abort();
      await ended;
    }
  });
});

describe('a broker that wants a login', () => {
  const cluster = new SuiteCluster({ properties: plainLogin });

  it('is told', async () => {
    assert.equal(await reasonAt(cluster.brokers[0]?.node.port ?? 0), 'authenticationRequired');
  });
});
