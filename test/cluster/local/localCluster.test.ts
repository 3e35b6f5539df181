import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { KafkaError, type KafkaErrorReason } from '../../../src/core/kafkaError.ts';
import { silentLog } from '../../../src/core/log.ts';
import { createTopic } from '../../../src/kafka/admin/createTopic.ts';
import { describeTopic } from '../../../src/kafka/admin/describeTopic.ts';
import { answersKafka } from '../../../src/local/answersKafka.ts';
import { startLocalCluster } from '../../../src/local/localCluster.ts';
import { fromRunner } from '../../support/environment.ts';
import { kafkaTool } from '../../support/kafkaTools.ts';
import { tempFolder } from '../../support/tempFolder.ts';
import { testClient } from '../../support/testClient.ts';

const because = (reason: KafkaErrorReason) => (error: unknown) =>
  error instanceof KafkaError && error.reason === reason;

describe('a local cluster', () => {
  let temp: { path: string; remove: () => Promise<void> };
  let options: { kafkaLibs: string; folder: string; log: typeof silentLog };

  before(async () => {
    temp = await tempFolder();
    options = {
      kafkaLibs: fromRunner('KAFKA_LIBS'),
      folder: join(temp.path, 'one'),
      log: silentLog,
    };
  });
  after(() => temp.remove());

  it('keeps its topics, its identity and its port from one start to the next', async () => {
    const first = await startLocalCluster(options);
    const create = ['--create', '--topic', 'kept', '--partitions', '2'];
    await kafkaTool('topics', create, first.bootstrapServers);
    await first.stop();
    assert.equal(await answersKafka(first.brokers[0]?.node.port ?? 0), false);

    const second = await startLocalCluster(options);
    try {
      assert.equal(second.bootstrapServers, first.bootstrapServers);
      assert.equal(second.clusterId, first.clusterId);
      assert.match(await kafkaTool('topics', ['--list'], second.bootstrapServers), /^kept$/m);
    } finally {
      await second.stop();
    }
  });

  it('ends with the process that started it, even when that is killed', async () => {
    const script = join(temp.path, 'owner.ts');
    const source = join(import.meta.dirname, '..', '..', '..', 'src');
    await writeFile(
      script,
      `import { startLocalCluster } from ${JSON.stringify(join(source, 'local', 'localCluster.ts'))};
       import { silentLog } from ${JSON.stringify(join(source, 'core', 'log.ts'))};
       const { brokers } = await startLocalCluster({ ...${JSON.stringify(options)}, log: silentLog });
       console.log(brokers[0].node.port);
       setInterval(() => undefined, 1000);`,
    );
    const owner = spawn(process.execPath, [script], { stdio: ['ignore', 'pipe', 'inherit'] });
    const [chunk] = (await once(owner.stdout, 'data')) as [Buffer];
    const port = Number(chunk.toString());
    assert.equal(await answersKafka(port), true);
    owner.kill('SIGKILL');
    while (await answersKafka(port)) await delay(100);
  });

  it('leaves nothing running when its start is aborted', async () => {
    const abort = new AbortController();
    const starting = startLocalCluster(options, abort.signal);
    setTimeout(() => abort.abort(), 300);
    await assert.rejects(starting, { name: 'AbortError' });
    const { nodes } = JSON.parse(await readFile(join(options.folder, 'cluster.json'), 'utf8')) as {
      nodes: { port: number }[];
    };
    assert.equal(await answersKafka(nodes[0]?.port ?? 0), false);
  });

  it('refuses a port that another program has, by its number', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;
    await assert.rejects(
      startLocalCluster({ ...options, ports: [port] }),
      (error) => because('portInUse')(error) && (error as KafkaError).details.port === port,
    );
    other.close();
  });

  it('tells no Java and an old Java apart', async () => {
    await assert.rejects(
      startLocalCluster({ ...options, java: join(temp.path, 'none') }),
      because('javaMissing'),
    );
    const old = join(temp.path, 'java');
    await writeFile(old, '#!/bin/sh\necho \'java version "1.8.0_402"\' >&2\n');
    await chmod(old, 0o755);
    await assert.rejects(startLocalCluster({ ...options, java: old }), (error) => {
      return because('javaTooOld')(error) && (error as KafkaError).details.found === 8;
    });
  });

  it('tells what its log says when the broker does not start', async () => {
    const kafkaLibs = join(temp.path, 'no-libs');
    await mkdir(kafkaLibs);
    await assert.rejects(
      startLocalCluster({ ...options, folder: join(temp.path, 'two'), kafkaLibs }),
      (error) =>
        because('localBrokerFailed')(error) &&
        String((error as KafkaError).details.cause).includes('jar files are incomplete'),
    );
  });

  it('runs three brokers, and goes on when one of them is killed', async () => {
    const folder = join(temp.path, 'three');
    const properties = {
      'broker.session.timeout.ms': '3000',
      'broker.heartbeat.interval.ms': '500',
    };
    const cluster = await startLocalCluster({ ...options, folder, brokers: 3, properties });
    const client = testClient(cluster.bootstrapServers);
    const inSync = async () => {
      const { partitions } = await describeTopic(client, 'replicated', AbortSignal.timeout(30_000));
      return partitions.map(({ inSyncReplicas }) => inSyncReplicas.length);
    };
    try {
      await createTopic(client, { name: 'replicated', partitions: 3, replicationFactor: 3 });
      assert.deepEqual(await inSync(), [3, 3, 3]);
      await cluster.brokers[2]?.kill();
      while ((await inSync()).some((count) => count !== 2)) await delay(100);
      await cluster.brokers[2]?.start();
      while ((await inSync()).some((count) => count !== 3)) await delay(100);
    } finally {
      await client.close();
      await cluster.stop();
    }
  });
});
