import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { codecNames } from '../../../src/core/codec/codec.ts';
import { isAbort } from '../../../src/core/kafkaError.ts';
import { createTopic } from '../../../src/kafka/admin/createTopic.ts';
import { deleteTopics } from '../../../src/kafka/admin/deleteTopics.ts';
import { listPartitionOffsets } from '../../../src/kafka/admin/listPartitionOffsets.ts';
import type { ClusterClient } from '../../../src/kafka/connection/clusterClient.ts';
import { produceRecords } from '../../../src/kafka/produce/produceRecords.ts';
import { ProduceFailure } from '../../../src/kafka/produce/recordOutcome.ts';
import { consoleConsume } from '../../support/kafkaTools.ts';
import { testClient } from '../../support/testClient.ts';
import { uniqueName } from '../../support/uniqueName.ts';
import { produceByJava } from './produceByJava.ts';

const bytes = (text: string): Buffer => Buffer.from(text);
const many = (count: number, valueBytes: number) =>
  Array.from({ length: count }, (_none, n) => ({
    key: bytes(`user-${n % 50}`),
    value: bytes(String(n).padEnd(valueBytes, '.')),
  }));

describe('producing to a real cluster', () => {
  let client: ClusterClient;
  const topics: string[] = [];
  async function newTopic(partitions = 1, configs: Record<string, string> = {}): Promise<string> {
    const name = uniqueName('produce');
    topics.push(name);
    await createTopic(client, { name, partitions, configs });
    return name;
  }
  before(() => (client = testClient()));
  after(async () => {
    await deleteTopics(client, topics);
    await client.close();
  });

  for (const compression of codecNames) {
    it(`writes what ConsoleConsumer reads, compression ${compression}`, async () => {
      const topic = await newTopic();
      const headers = [
        ['b', bytes('1')],
        ['a', null],
        ['b', bytes('')],
      ] as const;
      const filler = 'x'.repeat(500);
      const written = await produceRecords(
        client,
        topic,
        [
          { key: bytes('k'), value: bytes(filler), headers, timestampMs: 1_700_000_000_000 },
          { key: bytes(''), value: null, timestampMs: 1_600_000_000_000 },
          { key: null, value: bytes('') },
        ],
        { compression },
      );
      assert.deepEqual(
        written.map(({ partition, offset }) => [partition, offset]),
        [
          [0, 0n],
          [0, 1n],
          [0, 2n],
        ],
      );
      const read = await consoleConsume(topic, 3);
      const [, , third = ''] = read;
      assert.deepEqual(read.slice(0, 2), [
        `CreateTime:1700000000000\tPartition:0\tOffset:0\tb:1,a:null,b:\tk\t${filler}`,
        'CreateTime:1600000000000\tPartition:0\tOffset:1\tNO_HEADERS\t\tnull',
      ]);
      assert.match(third, /^CreateTime:\d+\tPartition:0\tOffset:2\tNO_HEADERS\tnull\t$/);
    });
  }

  it("puts keys where Java's producer puts them", async () => {
    const topic = await newTopic(7);
    const keys = Array.from({ length: 40 }, (_none, n) => `key-${n * 7919}`);
    const records = keys.map((key) => ({ key: bytes(key), value: bytes('ours') }));
    await produceRecords(client, topic, records);
    const javas = await newTopic(7);
    await produceByJava(javas, keys.map((key) => `${key}\tjava\n`).join(''));
    const partitions = async (name: string): Promise<string[]> =>
      (await consoleConsume(name, keys.length))
        .map((line) => line.split('\t'))
        .map(([, partition = '', , , key = '']) => `${key} ${partition}`)
        .sort();
    assert.deepEqual(await partitions(topic), await partitions(javas));
  });

  for (const acks of [0, 1, -1] as const) {
    it(`writes with acks ${acks}`, async () => {
      const topic = await newTopic();
      const [written] = await produceRecords(
        client,
        topic,
        [{ key: bytes('k'), value: bytes('v') }],
        { acks },
      );
      assert.equal(written?.offset, acks === 0 ? undefined : 0n);
      const [read = ''] = await consoleConsume(topic, 1);
      assert.match(read, /\tk\tv$/);
    });
  }

  it('keeps the order of every key over many batches, on connections of its own', async () => {
    const topic = await newTopic(3);
    const records = many(30_000, 300);
    const written = await produceRecords(client, topic, records, { compression: 'lz4' });
    const last = new Map<string, bigint>();
    written.forEach(({ partition, offset }, n) => {
      const key = `${String(n % 50)}/${partition}`;
      assert.ok(offset !== undefined && offset > (last.get(key) ?? -1n));
      last.set(key, offset);
    });
    assert.equal(last.size, 50, 'each key stays in one partition');
    const ends = await listPartitionOffsets(client, topic);
    assert.equal(
      ends.reduce((sum, { end = 0n }) => sum + end, 0n),
      30_000n,
    );
  });

  it('splits a batch that the topic finds too large', async () => {
    const topic = await newTopic(1, { 'max.message.bytes': '5000' });
    const written = await produceRecords(client, topic, many(50, 1000));
    assert.deepEqual(
      written.map(({ offset }) => offset),
      written.map((_none, n) => BigInt(n)),
    );
  });

  it('tells refused records from written ones, record by record', async () => {
    const topic = await newTopic(1, { 'cleanup.policy': 'compact', 'max.message.bytes': '5000' });
    const records = [
      { key: bytes('a'), value: bytes('1') },
      { key: null, value: bytes('compacted topics want keys') },
      { key: bytes('b'), value: bytes('x'.repeat(6000)) },
      { key: bytes('c'), value: bytes('2'), partition: 5 },
      { key: bytes('d'), value: bytes('3') },
    ];
    await assert.rejects(produceRecords(client, topic, records), (failure) => {
      assert.ok(failure instanceof ProduceFailure);
      const told = failure.outcomes.map((outcome) =>
        outcome.state === 'written' ? outcome.offset : outcome.state,
      );
      assert.deepEqual(told, [0n, 'refused', 'refused', 'refused', 1n]);
      return true;
    });
    const read = await consoleConsume(topic, 2);
    assert.deepEqual(
      read.map((line) => line.split('\t').slice(-2).join('=')),
      ['a=1', 'd=3'],
    );
  });

  it('tells the time of the broker where the topic uses that', async () => {
    const topic = await newTopic(1, { 'message.timestamp.type': 'LogAppendTime' });
    const record = { key: null, value: bytes('x'), timestampMs: 1 };
    const [written] = await produceRecords(client, topic, [record]);
    assert.ok(Math.abs((written?.timestampMs ?? 0) - Date.now()) < 60_000);
  });

  it('stops when it is aborted', async () => {
    const topic = await newTopic();
    const records = many(20_000, 500);
    const abort = new AbortController();
    const produced = produceRecords(client, topic, records, { compression: 'gzip' }, abort.signal);
    setImmediate(() => {
      abort.abort();
    });
    await assert.rejects(produced, isAbort);
  });
});
