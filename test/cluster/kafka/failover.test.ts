import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { silentLog } from '../../../src/core/log.ts';
import { KafkaError } from '../../../src/core/kafkaError.ts';
import { createTopic } from '../../../src/kafka/admin/createTopic.ts';
import { describeCluster } from '../../../src/kafka/admin/describeCluster.ts';
import { describeTopic } from '../../../src/kafka/admin/describeTopic.ts';
import { listGroups } from '../../../src/kafka/admin/listGroups.ts';
import { listPartitionOffsets } from '../../../src/kafka/admin/listPartitionOffsets.ts';
import { setReplicationFactor } from '../../../src/kafka/admin/setReplicationFactor.ts';
import { listTopics } from '../../../src/kafka/admin/listTopics.ts';
import type { ClusterClient } from '../../../src/kafka/connection/clusterClient.ts';
import { produceRecords } from '../../../src/kafka/produce/produceRecords.ts';
import type { RecordOutcome } from '../../../src/kafka/produce/recordOutcome.ts';
import { TopicWriter } from '../../../src/kafka/produce/topicWriter.ts';
import { metadataRequest } from '../../../src/kafka/wire/metadata.ts';
import { type LocalCluster, startLocalCluster } from '../../../src/local/localCluster.ts';
import { fromRunner } from '../../support/environment.ts';
import { kafkaTool } from '../../support/kafkaTools.ts';
import { tempFolder } from '../../support/tempFolder.ts';
import { testClient } from '../../support/testClient.ts';
import { until } from '../../support/until.ts';

const record = (partition: number) => ({ key: null, value: Buffer.from('x'), partition });

/** A dead broker is noticed sooner than after the default of nine seconds. */
const quickToNotice = {
  'broker.session.timeout.ms': '3000',
  'broker.heartbeat.interval.ms': '500',
};

async function start(
  folder: string,
  brokers: number,
  properties: Record<string, string> = {},
): Promise<LocalCluster> {
  const kafkaLibs = fromRunner('KAFKA_LIBS');
  return startLocalCluster({ kafkaLibs, folder, brokers, log: silentLog, properties });
}

describe('a cluster of three brokers', () => {
  let folder: { path: string; remove: () => Promise<void> };
  let cluster: LocalCluster;
  let client: ClusterClient;
  before(async () => {
    folder = await tempFolder();
    cluster = await start(folder.path, 3, quickToNotice);
    client = testClient(cluster.bootstrapServers);
  });
  after(async () => {
    await client.close();
    await Promise.all(cluster.brokers.map((broker) => broker.kill()));
    await folder.remove();
  });

  it('takes another replication factor for a topic, up and down, as TopicCommand sees it', async () => {
    await createTopic(client, { name: 'moved', partitions: 3, replicationFactor: 1 });
    await setReplicationFactor(client, await describeTopic(client, 'moved'), 3);
    const copied = await until(
      () => describeTopic(client, 'moved'),
      ({ partitions }) => partitions.every(({ inSyncReplicas }) => inSyncReplicas.length === 3),
    );
    const args = ['--describe', '--topic', 'moved'];
    const told = await kafkaTool('topics', args, cluster.bootstrapServers);
    assert.match(told, /ReplicationFactor: 3/);
    await setReplicationFactor(client, copied, 2);
    const { partitions } = await describeTopic(client, 'moved');
    for (const { partition, leader, replicas } of partitions) {
      assert.equal(replicas.length, 2);
      assert.equal(leader, copied.partitions[partition]?.leader);
    }
  });

  it('goes on being listed while a broker is dead, and works again when it is back', async () => {
    await createTopic(client, { name: 'alone', partitions: 3, replicationFactor: 1 });
    await createTopic(client, { name: 'copied', partitions: 3, replicationFactor: 3 });
    await produceRecords(client, 'alone', [record(0), record(1), record(2)]);
    assert.equal((await describeCluster(client)).brokers.length, 3);
    const { partitions } = await describeTopic(client, 'alone');
    const dead = cluster.brokers[1];
    assert.ok(dead);
    const lost = partitions.find(({ leader }) => leader === dead.node.id)?.partition ?? -1;
    await dead.kill();

    await until(
      () => describeTopic(client, 'alone'),
      (topic) => topic.partitions.find(({ partition }) => partition === lost)?.leader === undefined,
    );
    const topics = await listTopics(client);
    assert.deepEqual(topics.map(({ name }) => name).sort(), ['alone', 'copied', 'moved']);
    const alone = topics.find(({ name }) => name === 'alone');
    const leaderless = alone?.partitions.find(({ partition }) => partition === lost);
    assert.equal(leaderless?.error?.reason, 'leaderUnavailable');
    assert.deepEqual(leaderless.offlineReplicas, [dead.node.id]);
    const offsets = await listPartitionOffsets(client, 'alone');
    for (const { partition, end, error } of offsets) {
      assert.deepEqual(
        [end, error?.reason],
        partition === lost ? [undefined, 'leaderUnavailable'] : [1n, undefined],
      );
    }
    assert.deepEqual(await listGroups(client), []);
    const written = await produceRecords(client, 'copied', [record(0), record(1), record(2)]);
    assert.deepEqual(
      written.map(({ offset }) => offset),
      [0n, 0n, 0n],
    );
    const refused = produceRecords(client, 'alone', [record(lost)], { timeoutMs: 1_000 });
    await assert.rejects(refused, { reason: 'leaderUnavailable' });
    const told = await kafkaTool(
      'topics',
      ['--describe', '--unavailable-partitions'],
      cluster.bootstrapServers,
    );
    assert.match(told, new RegExp(`Topic: alone\\s+Partition: ${lost}\\s+Leader: none`));

    await dead.start();
    await until(
      () => describeTopic(client, 'alone'),
      (topic) => topic.partitions.every(({ leader }) => leader !== undefined),
    );
    assert.deepEqual(
      (await produceRecords(client, 'alone', [record(lost)])).map(({ offset }) => offset),
      [1n],
    );
  });
});

describe('a broker that was away', () => {
  it('is found again, for reading and for writing, and gets what waited for it', async () => {
    const folder = await tempFolder();
    const cluster = await start(folder.path, 1);
    const client = testClient(cluster.bootstrapServers);
    const [broker] = cluster.brokers;
    assert.ok(broker);
    try {
      await createTopic(client, { name: 'kept', partitions: 1 });
      const waited: RecordOutcome[] = [];
      const topic = await describeTopic(client, 'kept');
      const patient = { timeoutMs: 120_000 };
      const writer = new TopicWriter(client, topic, patient, (_, told) => waited.push(told));
      await broker.stop();
      const begin = Date.now();
      const refused = { reason: 'connectionRefused' };
      await assert.rejects(client.send('any', metadataRequest([])), refused);
      await assert.rejects(client.send(broker.node.id, metadataRequest([])), refused);
      await assert.rejects(produceRecords(client, 'kept', [record(0)]), refused);
      assert.ok(Date.now() - begin < 10_000);
      writer.add(record(0), 0);
      const flushed = writer.flush();
      await broker.start();
      await flushed;
      assert.deepEqual(
        waited.map((told) => told.state === 'written' && told.offset),
        [0n],
      );
      assert.deepEqual(
        (await listTopics(client)).map(({ name }) => name),
        ['kept'],
      );
      await produceRecords(client, 'kept', [record(0)]);
      assert.equal((await listPartitionOffsets(client, 'kept'))[0]?.end, 2n);
    } finally {
      await client.close();
      await broker.kill();
      await folder.remove();
    }
  });
});

describe('a broker that advertises an address where it cannot be reached', () => {
  it('is told with both addresses, quickly', async () => {
    const folder = await tempFolder();
    const cluster = await start(folder.path, 1, {
      'advertised.listeners': 'PLAINTEXT://127.0.0.1:1',
    });
    const client = testClient(cluster.bootstrapServers);
    try {
      await assert.rejects(client.connect(), (error) => {
        assert.ok(error instanceof KafkaError);
        const { bootstrap, advertised } = error.details;
        assert.deepEqual(
          [error.reason, bootstrap, advertised],
          ['advertisedUnreachable', cluster.bootstrapServers, '127.0.0.1:1'],
        );
        return true;
      });
    } finally {
      await client.close();
      await cluster.brokers[0]?.kill();
      await folder.remove();
    }
  });
});
