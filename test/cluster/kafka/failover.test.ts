import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { KafkaError } from '../../../src/core/kafkaError.ts';
import { createTopic } from '../../../src/kafka/admin/createTopic.ts';
import { describeCluster } from '../../../src/kafka/admin/describeCluster.ts';
import { describeTopic } from '../../../src/kafka/admin/describeTopic.ts';
import { listGroups } from '../../../src/kafka/admin/listGroups.ts';
import { listPartitionOffsets } from '../../../src/kafka/admin/listPartitionOffsets.ts';
import { setReplicationFactor } from '../../../src/kafka/admin/setReplicationFactor.ts';
import { listTopics } from '../../../src/kafka/admin/listTopics.ts';
import { produceRecords } from '../../../src/kafka/produce/produceRecords.ts';
import type { RecordOutcome } from '../../../src/kafka/produce/recordOutcome.ts';
import { TopicWriter } from '../../../src/kafka/produce/topicWriter.ts';
import { metadataRequest } from '../../../src/kafka/wire/metadata.ts';
import { kafkaTool } from '../../support/kafkaTools.ts';
import { SuiteCluster } from '../../support/suiteCluster.ts';
import { until } from '../../support/until.ts';

const record = (partition: number) => ({ key: null, value: Buffer.from('x'), partition });

/** A dead broker is noticed sooner than after the default of nine seconds. */
const quickToNotice = {
  'broker.session.timeout.ms': '3000',
  'broker.heartbeat.interval.ms': '500',
};

describe('a cluster of three brokers', () => {
  const cluster = new SuiteCluster({ brokers: 3, properties: quickToNotice });

  it('takes another replication factor for a topic, up and down, as TopicCommand sees it', async () => {
    await createTopic(cluster.client, { name: 'moved', partitions: 3, replicationFactor: 1 });
    await setReplicationFactor(cluster.client, await describeTopic(cluster.client, 'moved'), 3);
    const copied = await until(
      () => describeTopic(cluster.client, 'moved'),
      ({ partitions }) => partitions.every(({ inSyncReplicas }) => inSyncReplicas.length === 3),
    );
    const args = ['--describe', '--topic', 'moved'];
    const told = await kafkaTool('topics', args, cluster.bootstrapServers);
    assert.match(told, /ReplicationFactor: 3/);
    await setReplicationFactor(cluster.client, copied, 2);
    const { partitions } = await describeTopic(cluster.client, 'moved');
    for (const { partition, leader, replicas } of partitions) {
      assert.equal(replicas.length, 2);
      assert.equal(leader, copied.partitions[partition]?.leader);
    }
  });

  it('goes on being listed while a broker is dead, and works again when it is back', async () => {
    await createTopic(cluster.client, { name: 'alone', partitions: 3, replicationFactor: 1 });
    await createTopic(cluster.client, { name: 'copied', partitions: 3, replicationFactor: 3 });
    await produceRecords(cluster.client, 'alone', [record(0), record(1), record(2)]);
    assert.equal((await describeCluster(cluster.client)).brokers.length, 3);
    const { partitions } = await describeTopic(cluster.client, 'alone');
    const dead = cluster.brokers[1];
    assert.ok(dead);
    const lost = partitions.find(({ leader }) => leader === dead.node.id)?.partition ?? -1;
    await dead.kill();

    await until(
      () => describeTopic(cluster.client, 'alone'),
      (topic) => topic.partitions.find(({ partition }) => partition === lost)?.leader === undefined,
    );
    const topics = await listTopics(cluster.client);
    assert.deepEqual(topics.map(({ name }) => name).sort(), ['alone', 'copied', 'moved']);
    const alone = topics.find(({ name }) => name === 'alone');
    const leaderless = alone?.partitions.find(({ partition }) => partition === lost);
    assert.equal(leaderless?.error?.reason, 'leaderUnavailable');
    assert.deepEqual(leaderless.offlineReplicas, [dead.node.id]);
    const offsets = await listPartitionOffsets(cluster.client, 'alone');
    for (const { partition, end, error } of offsets) {
      assert.deepEqual(
        [end, error?.reason],
        partition === lost ? [undefined, 'leaderUnavailable'] : [1n, undefined],
      );
    }
    assert.deepEqual(await listGroups(cluster.client), []);
    const written = await produceRecords(cluster.client, 'copied', [
      record(0),
      record(1),
      record(2),
    ]);
    assert.deepEqual(
      written.map(({ offset }) => offset),
      [0n, 0n, 0n],
    );
    const refused = produceRecords(cluster.client, 'alone', [record(lost)], { timeoutMs: 1_000 });
    await assert.rejects(refused, { reason: 'leaderUnavailable' });
    const told = await kafkaTool(
      'topics',
      ['--describe', '--unavailable-partitions'],
      cluster.bootstrapServers,
    );
    assert.match(told, new RegExp(`Topic: alone\\s+Partition: ${lost}\\s+Leader: none`));

    await dead.start();
    await until(
      () => describeTopic(cluster.client, 'alone'),
      (topic) => topic.partitions.every(({ leader }) => leader !== undefined),
    );
    assert.deepEqual(
      (await produceRecords(cluster.client, 'alone', [record(lost)])).map(({ offset }) => offset),
      [1n],
    );
  });
});

describe('a broker that was away', () => {
  const cluster = new SuiteCluster();

  it('is found again, for reading and for writing, and gets what waited for it', async () => {
    const [broker] = cluster.brokers;
    assert.ok(broker);
    await createTopic(cluster.client, { name: 'kept', partitions: 1 });
    const waited: RecordOutcome[] = [];
    const topic = await describeTopic(cluster.client, 'kept');
    const patient = { timeoutMs: 120_000 };
    const writer = new TopicWriter(cluster.client, topic, patient, (_, told) => waited.push(told));
    await broker.stop();
    const begin = Date.now();
    const refused = { reason: 'connectionRefused' };
    await assert.rejects(cluster.client.send('any', metadataRequest([])), refused);
    await assert.rejects(cluster.client.send(broker.node.id, metadataRequest([])), refused);
    await assert.rejects(produceRecords(cluster.client, 'kept', [record(0)]), refused);
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
      (await listTopics(cluster.client)).map(({ name }) => name),
      ['kept'],
    );
    await produceRecords(cluster.client, 'kept', [record(0)]);
    assert.equal((await listPartitionOffsets(cluster.client, 'kept'))[0]?.end, 2n);
  });
});

describe('a broker that advertises an address where it cannot be reached', () => {
  const cluster = new SuiteCluster({
    properties: { 'advertised.listeners': 'PLAINTEXT://127.0.0.1:1' },
  });

  it('is told with both addresses, quickly', async () => {
    await assert.rejects(cluster.client.connect(), (error) => {
      assert.ok(error instanceof KafkaError);
      const { bootstrap, advertised } = error.details;
      assert.deepEqual(
        [error.reason, bootstrap, advertised],
        ['advertisedUnreachable', cluster.bootstrapServers, '127.0.0.1:1'],
      );
      return true;
    });
  });
});
