import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { topicConfigs } from '../../../src/core/scratch/properties/topicConfigs.ts';
import { createTopic } from '../../../src/kafka/admin/createTopic.ts';
import { deleteTopics } from '../../../src/kafka/admin/deleteTopics.ts';
import { describeCluster } from '../../../src/kafka/admin/describeCluster.ts';
import { describeTopic } from '../../../src/kafka/admin/describeTopic.ts';
import { describeTopicConfigs } from '../../../src/kafka/admin/describeTopicConfigs.ts';
import { listPartitionOffsets } from '../../../src/kafka/admin/listPartitionOffsets.ts';
import { listTopics } from '../../../src/kafka/admin/listTopics.ts';
import type { ClusterClient } from '../../../src/kafka/connection/clusterClient.ts';
import { produceRecords } from '../../../src/kafka/produce/produceRecords.ts';
import { fromRunner } from '../../support/environment.ts';
import { kafkaTool } from '../../support/kafkaTools.ts';
import { tempFolder } from '../../support/tempFolder.ts';
import { testClient } from '../../support/testClient.ts';
import { uniqueName } from '../../support/uniqueName.ts';

describe('topics of a real cluster', () => {
  let client: ClusterClient;
  before(() => (client = testClient()));
  after(() => client.close());

  it('are created as asked: TopicCommand confirms partitions, replicas and configs', async () => {
    const name = uniqueName('topics');
    const configs = { 'retention.ms': '600000', 'cleanup.policy': 'compact,delete' };
    await createTopic(client, { name, partitions: 3, replicationFactor: 1, configs });
    const told = await kafkaTool('topics', ['--describe', '--topic', name]);
    assert.match(told, /PartitionCount: 3\s+ReplicationFactor: 1/);
    assert.match(told, /retention\.ms=600000/);
    assert.match(told, /cleanup\.policy=compact,delete/);
    const topic = await describeTopic(client, name);
    assert.match(told, new RegExp(`TopicId: ${topic.id ?? 'none'}`));
    const set = (await describeTopicConfigs(client, name)).filter(
      ({ source }) => source === 'topic',
    );
    assert.deepEqual(
      set.map(({ name: config, value }) => [config, value]),
      [
        ['cleanup.policy', 'compact,delete'],
        ['retention.ms', '600000'],
      ],
    );
    await deleteTopics(client, [name]);
  });

  it('take the defaults of the cluster where nothing is asked', async () => {
    const name = uniqueName('topics');
    await createTopic(client, { name });
    const told = await kafkaTool('topics', ['--describe', '--topic', name]);
    assert.match(told, /PartitionCount: \d+\s+ReplicationFactor: 1/);
    await deleteTopics(client, [name]);
  });

  it('have the defaults that scratch files tell of', async () => {
    const name = uniqueName('topics');
    await createTopic(client, { name });
    const entries = await describeTopicConfigs(client, name);
    const told = entries.flatMap(({ name: config, value, isDefault }) => {
      const spec = topicConfigs[config];
      const parsed = spec?.parse(spec.config?.default ?? '');
      return isDefault && parsed?.ok === true ? [[config, parsed.value, value]] : [];
    });
    assert.ok(told.length > 20, `${told.length} are compared`);
    for (const [config, ours, theirs] of told) assert.equal(ours, theirs, config ?? '');
    await deleteTopics(client, [name]);
  });

  it('are refused with the reason that the broker gives', async () => {
    const name = uniqueName('topics');
    await createTopic(client, { name });
    const wrong = [
      [{ name }, 'topicExists'],
      [{ name: `${name}-2`, replicationFactor: 99 }, 'replicationFactorInvalid'],
      [{ name: `${name}-2`, partitions: 0 }, 'partitionsInvalid'],
      [{ name: `${name}-2`, configs: { 'retention.ms': 'long' } }, 'configInvalid'],
      [{ name: 'no spaces' }, 'topicInvalid'],
    ] as const;
    for (const [topic, reason] of wrong) {
      await assert.rejects(createTopic(client, topic), { reason });
    }
    await deleteTopics(client, [name]);
  });

  it('are deleted one by one: TopicCommand lists them no more', async () => {
    const [first, second] = [uniqueName('topics'), uniqueName('topics')];
    await createTopic(client, { name: first });
    await createTopic(client, { name: second });
    const results = await deleteTopics(client, [first, 'never-was', second]);
    assert.deepEqual(
      results.map(({ name, error }) => [name, error?.reason]),
      [
        [first, undefined],
        ['never-was', 'topicUnknown'],
        [second, undefined],
      ],
    );
    const left = (await listTopics(client)).map(({ name }) => name);
    assert.ok(!left.includes(first) && !left.includes(second));
    const told = await kafkaTool('topics', ['--list']);
    assert.ok(!told.includes(first) && !told.includes(second));
  });

  it('are never created by being described, read or written to', async () => {
    const name = uniqueName('never');
    await assert.rejects(describeTopic(client, name), { reason: 'topicUnknown' });
    await assert.rejects(describeTopicConfigs(client, name), { reason: 'topicUnknown' });
    await assert.rejects(listPartitionOffsets(client, name), { reason: 'topicUnknown' });
    const record = { key: null, value: Buffer.from('x') };
    await assert.rejects(produceRecords(client, name, [record]), { reason: 'topicUnknown' });
    assert.ok(!(await kafkaTool('topics', ['--list'])).includes(name));
  });

  it('tell where their records begin and end, after records were deleted too', async () => {
    const name = uniqueName('topics');
    await createTopic(client, { name, partitions: 2 });
    const records = Array.from({ length: 10 }, () => ({
      key: null,
      value: Buffer.from('x'),
      partition: 1,
    }));
    await produceRecords(client, name, records);
    const folder = await tempFolder();
    const plan = join(folder.path, 'delete.json');
    const partitions = [{ topic: name, partition: 1, offset: 4 }];
    await writeFile(plan, JSON.stringify({ version: 1, partitions }));
    await kafkaTool('deleteRecords', ['--offset-json-file', plan]);
    await folder.remove();
    const offsets = await listPartitionOffsets(client, await describeTopic(client, name));
    assert.deepEqual(
      offsets.map(({ partition, beginning, end }) => [partition, beginning, end]),
      [
        [0, 0n, 0n],
        [1, 4n, 10n],
      ],
    );
    await deleteTopics(client, [name]);
  });
});

describe('a real cluster', () => {
  it('tells its brokers, its controller and its feature level', async () => {
    const client = testClient();
    const cluster = await describeCluster(client);
    const [broker] = cluster.brokers;
    assert.equal(`${broker?.host ?? ''}:${broker?.port ?? 0}`, fromRunner('KAFKA_BOOTSTRAP'));
    assert.equal(broker?.isController, true);
    assert.equal(cluster.featureLevel, '4.3-IV0');
    assert.ok(cluster.clusterId);
    await client.close();
  });

  it('costs nothing while it is connected and idle: no timer is armed', async () => {
    const client = testClient();
    const timers = (): number =>
      process.getActiveResourcesInfo().filter((resource) => resource === 'Timeout').length;
    const before = timers();
    await client.connect();
    await Promise.all(Array.from({ length: 10 }, () => describeCluster(client)));
    assert.equal(timers(), before);
    await client.close();
  });
});
