import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { createTopic } from '../../../src/kafka/admin/createTopic.ts';
import { deleteTopics } from '../../../src/kafka/admin/deleteTopics.ts';
import { describeGroup } from '../../../src/kafka/admin/describeGroup.ts';
import { listGroupOffsets } from '../../../src/kafka/admin/listGroupOffsets.ts';
import { listGroups } from '../../../src/kafka/admin/listGroups.ts';
import type { ClusterClient } from '../../../src/kafka/connection/clusterClient.ts';
import { produceRecords } from '../../../src/kafka/produce/produceRecords.ts';
import { kafkaTool } from '../../support/kafkaTools.ts';
import { testClient } from '../../support/testClient.ts';
import { uniqueName } from '../../support/uniqueName.ts';
import { until } from '../../support/until.ts';
import { JavaConsumer } from './javaConsumer.ts';

describe('groups of a real cluster', () => {
  const topic = uniqueName('groups');
  let client: ClusterClient;
  const consumers: JavaConsumer[] = [];
  const listed = async (group: string) => (await listGroups(client)).find(({ id }) => id === group);
  const join = (kind: 'consumer' | 'share', group: string, ...args: string[]): JavaConsumer => {
    const consumer = new JavaConsumer(kind, topic, group, args);
    consumers.push(consumer);
    return consumer;
  };
  before(async () => {
    client = testClient();
    await createTopic(client, { name: topic, partitions: 2 });
    const records = [0, 0, 0, 1, 1].map((partition) => ({
      key: null,
      value: Buffer.from('x'),
      partition,
    }));
    await produceRecords(client, topic, records);
  });
  after(async () => {
    await Promise.all(consumers.map((consumer) => consumer.kill()));
    await deleteTopics(client, [topic]);
    await client.close();
  });

  for (const protocol of ['classic', 'consumer'] as const) {
    it(`of the ${protocol} protocol show members, assignments and lag`, async () => {
      const group = uniqueName(protocol);
      const consumer = join(
        'consumer',
        group,
        ...['--from-beginning', '--command-property', `group.protocol=${protocol}`],
        ...['--command-property', 'client.id=tester'],
        ...['--command-property', 'auto.commit.interval.ms=100'],
      );
      const [member] = await until(
        async () => ((await listed(group)) ? (await describeGroup(client, group)).members : []),
        (members) => members.some(({ assignments }) => assignments.length > 0),
      );
      assert.equal(member?.clientId, 'tester');
      assert.match(member.host, /^127\.0\.0\.1$/);
      assert.deepEqual(member.assignments, [{ topic, partitions: [0, 1] }]);
      const listing = await listed(group);
      assert.ok(listing);
      assert.deepEqual(
        [listing.type, listing.state, listing.protocolType],
        [protocol, 'Stable', 'consumer'],
      );
      const described = await describeGroup(client, listing);
      assert.deepEqual([described.type, described.state], [protocol, 'Stable']);
      assert.equal(described.assignor, protocol === 'classic' ? 'range' : 'uniform');

      await until(
        () => listGroupOffsets(client, group),
        (offsets) => offsets.length === 2 && offsets.every(({ lag }) => lag === 0n),
      );
      await consumer.stop();
      await until(
        () => describeGroup(client, group),
        ({ state }) => state === 'Empty',
      );
      await produceRecords(client, topic, [{ key: null, value: Buffer.from('y'), partition: 1 }]);
      const offsets = await listGroupOffsets(client, group);
      const told = await kafkaTool('groups', ['--describe', '--group', group]);
      for (const { partition, committed, end, lag } of offsets) {
        const line = [partition, committed, end, lag].join('\\s+');
        assert.match(told, new RegExp(`${topic}\\s+${line}`));
      }
      assert.deepEqual(
        offsets.map(({ lag }) => lag),
        [0n, 1n],
      );
    });
  }

  it('that share records are listed by name and type', async () => {
    const group = uniqueName('share');
    join('share', group);
    const listing = await until(
      () => listed(group),
      (found) => found?.state === 'Stable',
    );
    assert.equal(listing?.type, 'share');
    assert.deepEqual((await describeGroup(client, listing)).type, 'share');
  });

  it('that do not exist are told so', async () => {
    await assert.rejects(describeGroup(client, uniqueName('none')), { reason: 'groupUnknown' });
    assert.deepEqual(await listGroupOffsets(client, uniqueName('none')), []);
  });

  it('keep their offsets when the topic is gone, with the reason instead of a lag', async () => {
    const group = uniqueName('orphan');
    const own = uniqueName('gone');
    await createTopic(client, { name: own });
    await kafkaTool('consumer', [
      ...['--topic', own, '--group', group, '--timeout-ms', '3000'],
      ...['--command-property', 'auto.commit.interval.ms=100'],
    ]);
    const before = await listGroupOffsets(client, group);
    assert.deepEqual(
      before.map(({ lag }) => lag),
      [0n],
    );
    await deleteTopics(client, [own]);
    // The broker forgets these offsets a moment later: until then they are listed without a lag.
    for (const offset of await listGroupOffsets(client, group)) {
      assert.equal(offset.lag, undefined);
      assert.equal(offset.error?.reason, 'topicUnknown');
    }
  });
});
