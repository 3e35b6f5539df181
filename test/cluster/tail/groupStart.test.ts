import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { addPartitions } from '../../../src/kafka/admin/alterTopic.ts';
import { commitGroupOffsets } from '../../../src/kafka/admin/commitGroupOffsets.ts';
import { produceRecords } from '../../../src/kafka/produce/produceRecords.ts';
import type { TailPlan } from '../../../src/protocol/tailPlan.ts';
import type { ReadStarts } from '../../../src/protocol/tailPageState.ts';
import { kafkaTool } from '../../support/kafkaTools.ts';
import { testClient } from '../../support/testClient.ts';
import { uniqueName } from '../../support/uniqueName.ts';
import { newTopic, numbered } from '../read/reading.ts';
import { OpenedRead } from './openedRead.ts';

const client = testClient();
after(() => client.close());

/** A topic of three partitions with five records each, of which a group is to read the last two and none. */
async function committed(): Promise<{ topic: string; group: string }> {
  const topic = await newTopic(client, { partitions: 3 });
  const group = uniqueName('stands');
  await produceRecords(
    client,
    topic,
    [0, 1, 2].flatMap((partition) => numbered(5, partition, partition * 10)),
  );
  await commitGroupOffsets(client, group, [
    { topic, partition: 0, offset: 3n },
    { topic, partition: 1, offset: 5n },
  ]);
  return { topic, group };
}

function open(topic: string, plan: TailPlan, starts?: ReadStarts): OpenedRead {
  return new OpenedRead(client, topic, plan, starts);
}

describe('a tail view from where a group stands', () => {
  it('reads what the group would read next, says where nothing is committed, and leaves no trace', async () => {
    const { topic, group } = await committed();
    const description = () => kafkaTool('groups', ['--describe', '--group', group]);
    const before = await description();
    const opened = open(topic, { from: { kind: 'group', group } });
    await opened.until(({ partitions }) => partitions.every((read) => read.position === '5'));
    assert.deepEqual(opened.values.sort(), ['20', '21', '22', '23', '24', '3', '4']);
    const { message, partitions } = opened.read.status();
    assert.deepEqual(
      partitions.map(({ start }) => start),
      ['3', '5', '0'],
    );
    assert.equal(
      message,
      `The group “${group}” has committed nothing in some partitions (2): they are read from their beginning, as with auto.offset.reset=earliest.`,
    );
    opened.read.dispose();
    assert.equal(await description(), before);
  });

  it('begins in partitions that are chosen, and knows no others', async () => {
    const { topic, group } = await committed();
    const opened = open(topic, { from: { kind: 'group', group }, partitions: [0, 1] });
    await opened.until(({ partitions }) => partitions.every((read) => read.position === '5'));
    assert.deepEqual(opened.values, ['3', '4']);
    assert.equal(opened.read.status().message, undefined);
    opened.read.dispose();
  });

  it('tells of a group that has committed nothing', async () => {
    const topic = await newTopic(client);
    await produceRecords(client, topic, numbered(2));
    const opened = open(topic, { from: { kind: 'group', group: 'never-seen' } });
    await opened.until(({ partitions }) => partitions[0]?.position === '2');
    assert.equal(
      opened.read.status().message,
      'The group “never-seen” has committed nothing here: everything is read from the beginning, as with auto.offset.reset=earliest.',
    );
    opened.read.dispose();
  });
});

describe('a tail view that is restored', () => {
  it('begins where it began, whatever the group has committed since, and reads partitions that were added', async () => {
    const { topic, group } = await committed();
    await commitGroupOffsets(client, group, [{ topic, partition: 0, offset: 5n }]);
    await addPartitions(client, topic, 4);
    await produceRecords(client, topic, numbered(2, 3, 30));
    const starts = { [topic]: { '0': '3', '1': '5', '2': '5' } };
    const opened = open(topic, { from: { kind: 'group', group } }, starts);
    await opened.until(
      ({ partitions }) => partitions[3]?.position === '2' && opened.values.length === 4,
    );
    assert.deepEqual(opened.values.sort(), ['3', '30', '31', '4']);
    opened.read.dispose();
  });
});
