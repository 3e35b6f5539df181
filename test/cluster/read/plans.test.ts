import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, describe, it } from 'node:test';
import { silentLog } from '../../../src/core/log.ts';
import type { RecordBatch } from '../../../src/core/record/recordBatch.ts';
import { ClusterClient } from '../../../src/kafka/connection/clusterClient.ts';
import { produceRecords } from '../../../src/kafka/produce/produceRecords.ts';
import { resumePlan } from '../../../src/kafka/read/resumePlan.ts';
import { TopicReader } from '../../../src/kafka/read/topicReader.ts';
import { TopicsReader } from '../../../src/kafka/read/topicsReader.ts';
import { testClient } from '../../support/testClient.ts';
import { newTopic, numbered, readAll, Reading } from './reading.ts';

const client = testClient();
after(() => client.close());

/** One record in a batch of its own, at a time in seconds. */
const at = (partition: number, second: number, value = String(second)) => ({
  key: null,
  value: Buffer.from(value),
  partition,
  timestampMs: 1_700_000_000_000 + second * 1000,
});

/** Writes each record by itself: a batch has one record. */
async function writeEach(topic: string, records: readonly ReturnType<typeof at>[]) {
  for (const record of records) await produceRecords(client, topic, [record]);
}

describe('the last records', () => {
  it('are the newest across partitions, in the order of their times', async () => {
    const topic = await newTopic(client, { partitions: 3 });
    const records = Array.from({ length: 30 }, (_none, second) => at(second % 3, second));
    await produceRecords(client, topic, records);
    const last = (count: number) => readAll(client, { topic, from: { kind: 'last', count } });
    assert.deepEqual((await last(5)).values, ['25', '26', '27', '28', '29']);
    assert.deepEqual((await last(29)).values[0], '1');
    assert.equal((await last(1000)).values.length, 30);
    assert.deepEqual((await last(0)).values, []);
    // From where they begin the same ones are read again.
    const five = await last(5);
    const starts = five.reader.progress.partitions.map(
      ({ partition, start = 0n }) => [partition, start] as const,
    );
    const again = await readAll(client, {
      topic,
      from: { kind: 'offsets', offsets: new Map(starts) },
    });
    assert.deepEqual(again.values.toSorted(), five.values.toSorted());
  });

  it('are found where one partition has them all, far back beyond the first look', async () => {
    const topic = await newTopic(client, { partitions: 4 });
    const busy = Array.from({ length: 3_000 }, (_none, index) => at(2, 1_000 + index));
    await produceRecords(client, topic, [at(0, 1), at(1, 2), at(3, 3), ...busy]);
    const { values, places } = await readAll(client, {
      topic,
      from: { kind: 'last', count: 2_500 },
    });
    assert.deepEqual([values.length, values[0], values.at(-1)], [2_500, '1500', '3999']);
    assert.ok(places.every((place) => place.startsWith('2:')));
    const all = await readAll(client, { topic, from: { kind: 'last', count: 3_001 } });
    assert.deepEqual(all.places[0], '3:0');
  });

  it('before a time are found far back beyond what is younger', async () => {
    const topic = await newTopic(client, { partitions: 2 });
    const records = Array.from({ length: 3_000 }, (_none, second) => at(second % 2, second));
    await produceRecords(client, topic, records);
    const { values } = await readAll(client, {
      topic,
      from: { kind: 'last', count: 3 },
      to: { kind: 'timestamp', timestampMs: 1_700_000_000_000 + 1_000_000 },
    });
    assert.deepEqual(values, ['997', '998', '999']);
  });

  it('keep offset order within a partition where timestamps fall', async () => {
    const topic = await newTopic(client, { partitions: 2 });
    await writeEach(topic, [at(0, 90), at(0, 10), at(0, 20), at(1, 50), at(1, 60)]);
    // The record at 90 s lies behind those of 10 and 20 s, and so is older than they are.
    const two = await readAll(client, { topic, from: { kind: 'last', count: 3 } });
    assert.deepEqual(two.values, ['20', '50', '60']);
    const all = await readAll(client, { topic, from: { kind: 'last', count: 5 } });
    assert.deepEqual(all.places, ['0:0', '0:1', '0:2', '1:0', '1:1']);
  });

  it('are followed by everything that comes after them', async () => {
    const topic = await newTopic(client, { partitions: 2 });
    await produceRecords(client, topic, [...numbered(50, 0), ...numbered(50, 1)]);
    const tail = new Reading(client, {
      topic,
      from: { kind: 'last', count: 10 },
      to: { kind: 'never' },
    });
    await tail.reader.started;
    assert.equal(tail.records.length, 10);
    await produceRecords(client, topic, numbered(3, 1, 50));
    await tail.until(() => tail.records.length === 13);
    await tail.stop();
    assert.deepEqual(tail.values.slice(10), ['50', '51', '52']);
  });

  it('that a filter keeps are looked for as far back as needed', async () => {
    const topic = await newTopic(client, { partitions: 2 });
    await produceRecords(client, topic, [...numbered(2_000, 0), ...numbered(2_000, 1)]);
    const { values } = await readAll(client, {
      topic,
      from: { kind: 'last', count: 4 },
      filter: [{ kind: 'contains', part: 'value', text: '123' }],
    });
    assert.equal(values.length, 4);
    assert.ok(values.every((value) => value.includes('123')));
  });
});

describe('a read up to a time', () => {
  it('leaves out what is younger, record by record', async () => {
    const topic = await newTopic(client);
    await produceRecords(client, topic, [at(0, 1), at(0, 9), at(0, 2), at(0, 8)]);
    await writeEach(topic, [at(0, 7), at(0, 3)]);
    const to = { kind: 'timestamp', timestampMs: 1_700_000_000_000 + 8_000 } as const;
    const { values, ended } = await readAll(client, { topic, to });
    assert.deepEqual([values, await ended], [['1', '2', '7', '3'], { kind: 'end' }]);
  });
});

describe('a plan beyond the log', () => {
  it('is moved into it, and that is said', async () => {
    const topic = await newTopic(client);
    await produceRecords(client, topic, numbered(5));
    const far = { kind: 'offsets', offsets: new Map([[0, 99n]]) } as const;
    const stop = await readAll(client, { topic, to: far });
    const start = await readAll(client, { topic, from: far });
    const late = await readAll(client, { topic, from: { kind: 'timestamp', timestampMs: 9e12 } });
    for (const [reading, count] of [
      [stop, 5],
      [start, 0],
      [late, 0],
    ] as const) {
      assert.equal(reading.records.length, count);
      assert.equal(reading.reader.progress.partitions[0]?.clamped, true);
    }
  });
});

describe('a read that was stopped', () => {
  it('goes on where it stopped, within a batch, too', async () => {
    const topic = await newTopic(client, { partitions: 2 });
    await produceRecords(client, topic, [...numbered(100, 0), ...numbered(100, 1)]);
    const plan = { topic, from: { kind: 'earliest' }, to: { kind: 'end' } } as const;
    const first = await readAll(client, { ...plan, limit: 130 });
    const { progress } = first.reader;
    const next = resumePlan(plan, progress);
    assert.ok(next);
    const second = await readAll(client, next);
    const places = [...first.places, ...second.places];
    assert.deepEqual([places.length, new Set(places).size], [200, 200]);
    assert.equal(progress.offsets, 130n);
  });

  it('keeps the end that it had, also of what is older than a time', async () => {
    const topic = await newTopic(client);
    await produceRecords(client, topic, [at(0, 1), at(0, 2)]);
    const to = { kind: 'timestamp', timestampMs: 1_700_000_000_000 + 9_000 } as const;
    const plan = { topic, from: { kind: 'earliest' }, to } as const;
    const next = resumePlan(plan, (await readAll(client, { ...plan, limit: 1 })).reader.progress);
    await produceRecords(client, topic, [at(0, 3)]);
    assert.ok(next);
    assert.deepEqual((await readAll(client, next)).values, ['2']);
  });

  it('begins anew where not all of the newest records had been handed on', async () => {
    const topic = await newTopic(client, { partitions: 2 });
    await produceRecords(client, topic, [at(0, 1), at(1, 2), at(0, 3), at(1, 4)]);
    const plan = { topic, from: { kind: 'last', count: 3 }, to: { kind: 'end' } } as const;
    const abort = new AbortController();
    const found: string[] = [];
    const batch = (some: RecordBatch) => {
      found.push(`${some.partition}:${some.record(0).offset}`);
      abort.abort();
    };
    const reader = new TopicReader(client, plan, { batch }, { log: silentLog });
    assert.deepEqual(await reader.run(abort.signal), { kind: 'stopped' });
    assert.deepEqual(found, ['1:0']);
    assert.equal(resumePlan(plan, reader.progress), undefined);
  });
});

const whole = { from: { kind: 'earliest' }, to: { kind: 'end' } } as const;

describe('a read of several topics', () => {
  it('gives the records of all and ends when all have ended', async () => {
    const [one, two] = [await newTopic(client), await newTopic(client, { partitions: 2 })];
    await produceRecords(client, one, numbered(10));
    await produceRecords(client, two, [...numbered(5, 0), ...numbered(5, 1)]);
    const found: string[] = [];
    const plan = {
      topics: [one, two].map((topic) => ({ topic, ...whole })),
    };
    const read = async (limit?: number) => {
      found.length = 0;
      const sink = {
        batch: (batch: { topic: string; count: number }) =>
          found.push(...Array<string>(batch.count).fill(batch.topic)),
      };
      const limited = limit === undefined ? plan : { ...plan, limit };
      const reader = new TopicsReader(client, limited, sink, { log: silentLog });
      return { end: await reader.run(new AbortController().signal), progress: reader.progress };
    };
    const { end, progress } = await read();
    assert.deepEqual(end, { kind: 'end' });
    assert.deepEqual(
      found.sort(),
      [...Array<string>(10).fill(one), ...Array<string>(10).fill(two)].sort(),
    );
    assert.deepEqual(
      [progress.records, progress.partitions.length, progress.caughtUp],
      [20, 3, true],
    );
    assert.deepEqual([(await read(7)).end, found.length], [{ kind: 'limit' }, 7]);
  });
});

describe('what is kept of several topics', () => {
  for (const compression of ['lz4', 'zstd'] as const) {
    it(`stays as it was read, in ${compression}`, async () => {
      const topics = [await newTopic(client), await newTopic(client)];
      const values = Array.from({ length: 40 }, () => randomBytes(20_000));
      for (const topic of topics) {
        const records = values.map((value) => ({ key: null, value }));
        await produceRecords(client, topic, records, { compression });
      }
      const kept: RecordBatch[] = [];
      const plan = { topics: topics.map((topic) => ({ topic, ...whole })) };
      const sink = { batch: (batch: RecordBatch) => void kept.push(batch) };
      const reader = new TopicsReader(client, plan, sink, { log: silentLog });
      assert.deepEqual(await reader.run(new AbortController().signal), { kind: 'end' });
      for (const topic of topics) {
        const own = kept.filter((batch) => batch.topic === topic);
        const read = own.flatMap((batch) =>
          Array.from({ length: batch.count }, (_none, index) => batch.record(index).value()),
        );
        assert.deepEqual(
          read.map((value) => value && Buffer.from(value)),
          values,
        );
      }
    });
  }
});

describe('a limited pace', () => {
  it('is kept', async () => {
    const topic = await newTopic(client);
    const value = Buffer.alloc(50_000, 'x');
    const records = Array.from({ length: 20 }, () => ({ key: null, value }));
    await produceRecords(client, topic, records, { compression: 'none' });
    const read = async (bytesPerSecond?: number) => {
      const plan = { topic, from: { kind: 'earliest' }, to: { kind: 'end' } } as const;
      const log = silentLog;
      const pace = bytesPerSecond === undefined ? {} : { readBytesPerSecond: bytesPerSecond };
      const paced = new ClusterClient({ ...client.profile, ...pace }, { log });
      const reader = new TopicReader(paced, plan, { batch: () => undefined }, { log });
      const start = performance.now();
      await reader.run(new AbortController().signal);
      const ms = performance.now() - start;
      await paced.close();
      return ms;
    };
    await read();
    const [free, limited] = [await read(), await read(1_000_000)];
    assert.ok(limited > 700, `${limited} ms for a megabyte, ${free} ms without a limit`);
  });
});
