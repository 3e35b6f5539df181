import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { createTopic } from '../../../src/kafka/admin/createTopic.ts';
import { deleteTopics } from '../../../src/kafka/admin/deleteTopics.ts';
import { produceRecords } from '../../../src/kafka/produce/produceRecords.ts';
import { kafkaTool } from '../../support/kafkaTools.ts';
import { tempFolder } from '../../support/tempFolder.ts';
import { testClient } from '../../support/testClient.ts';
import { newTopic, numbered, readAll, Reading } from './reading.ts';

const client = testClient();
after(() => client.close());

const tail = { to: { kind: 'never' } } as const;

describe('while a topic is read', () => {
  it('tells how many offsets were deleted before they could be read, and goes on', async () => {
    const topic = await newTopic(client);
    await produceRecords(client, topic, numbered(10));
    const reading = new Reading(client, { topic, ...tail });
    await reading.until(() => reading.records.length === 10);
    reading.reader.pause();
    await produceRecords(client, topic, numbered(90, 0, 10));
    await deleteRecords(topic, 60);
    reading.reader.resume();
    await reading.until(() => reading.reader.progress.partitions[0]?.position === 100n);
    await reading.stop();
    const { goneOffsets } = reading.reader.progress.partitions[0] ?? {};
    // What was already on its way before the deletion still counts as read.
    assert.equal(BigInt(reading.records.length) + (goneOffsets ?? 0n), 100n);
    assert.equal(new Set(reading.places).size, reading.records.length);
  });

  it('begins behind what was deleted', async () => {
    const topic = await newTopic(client);
    await produceRecords(client, topic, numbered(10));
    await deleteRecords(topic, 4);
    assert.deepEqual((await readAll(client, { topic })).values, ['4', '5', '6', '7', '8', '9']);
  });

  it('ends with the reason when the topic is deleted', async () => {
    const topic = await newTopic(client, { partitions: 2 });
    const reading = new Reading(client, { topic, ...tail });
    await reading.reader.started;
    await deleteTopics(client, [topic]);
    assert.deepEqual(await reading.ended, { kind: 'topicDeleted' });
  });

  it('ends with the reason when the topic is created anew under the same name', async () => {
    const topic = await newTopic(client);
    await produceRecords(client, topic, numbered(5));
    const reading = new Reading(client, { topic, ...tail });
    await reading.until(() => reading.records.length === 5);
    reading.reader.pause();
    await deleteTopics(client, [topic]);
    await createTopic(client, { name: topic, partitions: 1 });
    reading.reader.resume();
    assert.deepEqual(await reading.ended, { kind: 'topicRecreated' });
  });

  it('reads partitions that are added, from their beginning', async () => {
    const topic = await newTopic(client);
    const reading = await Reading.tail(client, topic);
    await kafkaTool('topics', ['--alter', '--topic', topic, '--partitions', '2']);
    const writer = testClient();
    await produceRecords(writer, topic, numbered(3, 1));
    await writer.close();
    await reading.until(() => reading.records.length === 3);
    assert.deepEqual(reading.places, ['1:0', '1:1', '1:2']);
    await reading.stop();
  });
});

async function deleteRecords(topic: string, offset: number): Promise<void> {
  const folder = await tempFolder();
  const file = join(folder.path, 'offsets.json');
  const partitions = [{ topic, partition: 0, offset }];
  await writeFile(file, JSON.stringify({ version: 1, partitions }));
  await kafkaTool('deleteRecords', ['--offset-json-file', file]);
  await folder.remove();
}
