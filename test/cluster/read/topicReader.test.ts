import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { produceRecords } from '../../../src/kafka/produce/produceRecords.ts';
import { testClient } from '../../support/testClient.ts';
import { newTopic, numbered, readAll, Reading, textOf } from './reading.ts';

const client = testClient();
after(() => client.close());

describe('a read with an end', () => {
  it('gives every record once, in offset order within each partition', async () => {
    const topic = await newTopic(client, { partitions: 4 });
    await produceRecords(client, topic, [
      ...numbered(500, 0),
      ...numbered(3, 1),
      ...numbered(70, 3),
    ]);
    const { reader, records } = await readAll(client, { topic });
    for (const [partition, count] of [500, 3, 0, 70].entries()) {
      const own = records.filter((record) => record.partition === partition);
      assert.deepEqual(
        own.map((record) => [record.offset, textOf(record.value())]),
        Array.from({ length: count }, (_none, index) => [BigInt(index), String(index)]),
      );
    }
    const { state, caughtUp, partitions } = reader.progress;
    assert.deepEqual([state, caughtUp], ['ended', true]);
    assert.deepEqual(
      partitions.map(({ position, end, done }) => [position, end, done]),
      [500n, 3n, 0n, 70n].map((end) => [end, end, true]),
    );
  });

  it('ends at once for a topic without records', async () => {
    const topic = await newTopic(client, { partitions: 3 });
    const { ended, records } = await readAll(client, { topic });
    assert.deepEqual([await ended, records.length], [{ kind: 'end' }, 0]);
  });

  it('begins and stops at exact offsets, within batches, and says where it had to move', async () => {
    const topic = await newTopic(client, { partitions: 3 });
    await produceRecords(client, topic, [
      ...numbered(10, 0),
      ...numbered(10, 1),
      ...numbered(10, 2),
    ]);
    const offsets = new Map([
      [0, 7n],
      [1, 99n],
    ]);
    const { places, reader } = await readAll(client, { topic, from: { kind: 'offsets', offsets } });
    assert.deepEqual(places, ['0:7', '0:8', '0:9']);
    assert.deepEqual(
      reader.progress.partitions.map(({ clamped }) => clamped),
      [false, true],
    );
    const part = await readAll(client, {
      topic,
      partitions: [2],
      from: { kind: 'offsets', offsets: new Map([[2, 3n]]) },
      to: { kind: 'offsets', offsets: new Map([[2, 6n]]) },
    });
    assert.deepEqual(part.places, ['2:3', '2:4', '2:5']);
  });

  it('stops after the wanted number of records', async () => {
    const topic = await newTopic(client, { partitions: 2 });
    await produceRecords(client, topic, [...numbered(100, 0), ...numbered(100, 1)]);
    const { records, ended } = await readAll(client, { topic, limit: 130 });
    assert.deepEqual([records.length, await ended], [130, { kind: 'limit' }]);
  });

  it('begins at the first record of a time, and at the end where there is none', async () => {
    const topic = await newTopic(client);
    const records = numbered(10).map((record, index) => ({
      ...record,
      timestampMs: 1_000_000 + index * 10,
    }));
    await produceRecords(client, topic, records);
    const at = (timestampMs: number) =>
      readAll(client, { topic, from: { kind: 'timestamp', timestampMs } });
    assert.deepEqual((await at(1_000_065)).values, ['7', '8', '9']);
    assert.deepEqual((await at(2_000_000)).values, []);
    // Before 1970: to brokers −1 and −3 mean the end and the youngest record.
    for (const timestampMs of [-1, -3, -1e12]) {
      assert.equal((await at(timestampMs)).values.length, 10);
    }
  });

  it('keeps header order, duplicates, nulls and binary as they were sent', async () => {
    const topic = await newTopic(client);
    const headers = [
      ['b', Buffer.from('1')],
      ['a', null],
      ['b', Buffer.alloc(0)],
      ['', Buffer.from([0xff, 0x00])],
    ] as const;
    await produceRecords(client, topic, [
      { key: Buffer.alloc(0), value: null, headers, timestampMs: 1_700_000_000_123 },
    ]);
    const [record] = (await readAll(client, { topic })).records;
    assert.ok(record);
    assert.deepEqual(
      [record.key()?.length, record.value(), record.timestampMs],
      [0, null, 1_700_000_000_123],
    );
    assert.deepEqual(
      record.headers().map(({ name, value }) => [textOf(name), value && [...value]]),
      headers.map(([name, value]) => [name, value && [...value]]),
    );
  });

  it('reads a record of 10 MB', async () => {
    const topic = await newTopic(client, { configs: { 'max.message.bytes': '12000000' } });
    const value = Buffer.alloc(10_000_000, 'kafka ');
    await produceRecords(client, topic, [{ key: null, value }, ...numbered(2)], {
      compression: 'none',
    });
    const { records } = await readAll(client, { topic });
    assert.equal(records.length, 3);
    assert.ok(value.equals(records[0]?.value() ?? Buffer.alloc(0)));
  });

  it('refuses a topic or partition that does not exist', async () => {
    const topic = await newTopic(client);
    await assert.rejects(readAll(client, { topic: `${topic}-x` }), { reason: 'topicUnknown' });
    await assert.rejects(readAll(client, { topic, partitions: [1] }), {
      reason: 'partitionUnknown',
    });
  });
});

describe('a tail', () => {
  const latest = { from: { kind: 'latest' }, to: { kind: 'never' } } as const;

  it('gives everything that is produced after it has started, and nothing from before', async () => {
    const topic = await newTopic(client, { partitions: 3 });
    await produceRecords(client, topic, numbered(20, 1));
    const reading = await Reading.tail(client, topic);
    for (let round = 0; round < 30; round++) {
      await produceRecords(client, topic, numbered(1, round % 3, round));
    }
    await reading.until(() => reading.records.length >= 30);
    assert.deepEqual(
      reading.values.map(Number).sort((a, b) => a - b),
      Array.from({ length: 30 }, (_none, index) => index),
    );
    await reading.until(() => reading.reader.progress.caughtUp);
    assert.deepEqual(await reading.stop(), { kind: 'stopped' });
  });

  it('hands on a record within milliseconds', async () => {
    const topic = await newTopic(client);
    const reading = await Reading.tail(client, topic);
    const waits: number[] = [];
    for (let round = 1; round <= 20; round++) {
      await produceRecords(client, topic, numbered(1));
      const acknowledged = performance.now();
      await reading.until(() => reading.records.length >= round);
      waits.push(performance.now() - acknowledged);
    }
    await reading.stop();
    const median = waits.sort((a, b) => a - b)[10] ?? Infinity;
    assert.ok(median < 100, `${median} ms`);
  });

  it('fetches nothing while it is paused and goes on where it stopped', async () => {
    const topic = await newTopic(client);
    const reading = await Reading.tail(client, topic);
    await produceRecords(client, topic, numbered(1));
    await reading.until(() => reading.records.length === 1);
    reading.reader.pause();
    assert.equal(reading.reader.progress.state, 'paused');
    await produceRecords(client, topic, numbered(5, 0, 1));
    // A second read proves that the records could have been there by now.
    await readAll(client, { topic });
    const { bytes } = reading.reader.progress;
    assert.deepEqual(reading.values, ['0']);
    reading.reader.resume();
    await reading.until(() => reading.records.length === 6);
    assert.deepEqual(reading.values, ['0', '1', '2', '3', '4', '5']);
    assert.ok(reading.reader.progress.bytes > bytes);
    await reading.stop();
  });

  it('stops at once, also in the middle of a long poll or a pause', async () => {
    const topic = await newTopic(client);
    for (const paused of [false, true]) {
      const reading = await Reading.tail(client, topic);
      if (paused) reading.reader.pause();
      const start = performance.now();
      assert.deepEqual(await reading.stop(), { kind: 'stopped' });
      assert.ok(performance.now() - start < 100);
    }
  });

  it('can be stopped before it has started', async () => {
    const topic = await newTopic(client);
    const reading = new Reading(client, { topic, ...latest });
    assert.deepEqual(await reading.stop(), { kind: 'stopped' });
  });
});
