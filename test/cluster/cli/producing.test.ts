import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ProducedPlace, ReadRecord } from '../../../src/run/blockResult.ts';
import { consoleConsume, kafkaTool } from '../../support/kafkaTools.ts';
import { runScratch, topicName } from './runScratch.ts';

/** What ConsoleConsumer prints for a record, without its timestamp. */
async function judged(topic: string, count: number): Promise<string[]> {
  return (await consoleConsume(topic, count)).map((line) => line.replace(/^CreateTime:\d+\t/, ''));
}

describe('a PRODUCER block', () => {
  it('writes key, value, headers, partition and timestamp as ConsoleConsumer reads them', async () => {
    const topic = topicName();
    const { code, lines } = await runScratch(
      [
        `TOPIC ${topic}`,
        'partitions: 3',
        'PRODUCER',
        `topic: ${topic}`,
        'key: user-{{$index}}',
        'headers: a=b',
        'header: a = c, d=e',
        'header: n = null',
        'partition: 2',
        'timestamp: 2026-01-31T12:00:00Z',
        'count: 2',
        '{"index":{{$index}},"nested":{"a":{"b":1}}}',
        '###',
      ].join('\n'),
    );
    assert.equal(code, 0);
    const produced = JSON.parse(lines[1] ?? '') as { ms: number };
    assert.equal(
      lines[1],
      `{"block":1,"kind":"PRODUCER","line":2,"ok":true,"ms":${produced.ms},"records":[{"topic":"${topic}","partition":2,"offset":"0"},{"topic":"${topic}","partition":2,"offset":"1"}]}`,
    );
    const at = 'CreateTime:1769860800000\tPartition:2';
    const headers = 'a:b,a:c, d=e,n:null';
    assert.deepEqual(await consoleConsume(topic, 2), [
      `${at}\tOffset:0\t${headers}\tuser-0\t{"index":0,"nested":{"a":{"b":1}}}`,
      `${at}\tOffset:1\t${headers}\tuser-1\t{"index":1,"nested":{"a":{"b":1}}}`,
    ]);
  });

  it('writes tombstones, empty values, no keys and empty keys apart', async () => {
    const topic = topicName();
    const block = (lines: string): string =>
      `PRODUCER\ntopic: ${topic}\npartition: 0\n${lines}\n###\n`;
    const { code, results } = await runScratch(
      `TOPIC ${topic}\n` +
        block('key: k\nvalue: null') +
        block('key: ""\nvalue: empty') +
        block('key: null\nx') +
        block('\\{{not a template}} {{$index}}') +
        block('template: off\n{{$index}}') +
        `CONSUMER\ntopic: ${topic}\nfrom: earliest\n`,
    );
    assert.equal(code, 0);
    const read = (results.at(-1)?.records ?? []) as ReadRecord[];
    assert.deepEqual(
      read.map(({ key, value }) => [key, value]),
      [
        ['k', null],
        ['', ''],
        [null, 'x'],
        [null, '{{not a template}} 0'],
        [null, '{{$index}}'],
      ],
    );
    assert.equal((await judged(topic, 5))[0], 'Partition:0\tOffset:0\tNO_HEADERS\tk\tnull');
  });

  it('keeps each key in its partition', async () => {
    const topic = topicName();
    const keys = ['a', 'b', 'c', 'User_1', 'User_2', '日本'];
    const lines = keys.map((key) => `${key}|x`).join('\n');
    const block = `PRODUCER\ntopic: ${topic}\nrecords: lines\nseparator: |\n${lines}\n###\n`;
    const { code, results } = await runScratch(`TOPIC ${topic}\npartitions: 7\n${block}${block}`);
    assert.equal(code, 0);
    const [first, second] = [1, 2].map((index) =>
      ((results[index]?.records ?? []) as ProducedPlace[]).map(({ partition }) => partition),
    );
    assert.deepEqual(first, second);
    const told = keys.map((key, index) => `Partition:${String(first?.[index])} ${key}`);
    const read = (await judged(topic, 2 * keys.length)).map((line) => {
      const [partition, , , key] = line.split('\t');
      return `${String(partition)} ${String(key)}`;
    });
    assert.deepEqual([...new Set(read)].sort(), told.sort());
  });

  it('writes the numbers of Java serializers, every digit kept', async () => {
    const topic = topicName();
    const { code, results } = await runScratch(
      [
        `TOPIC ${topic}`,
        `PRODUCER\ntopic: ${topic}\nkey: 7\nkey-format: integer\nvalue-format: long\n9007199254740993\n###`,
        `CONSUMER\ntopic: ${topic}\nfrom: earliest\nkey-format: integer\nvalue-format: long`,
        `CONSUMER\ntopic: ${topic}\nfrom: earliest`,
      ].join('\n'),
    );
    assert.equal(code, 0);
    const [typed, raw] = [2, 3].map((index) => (results[index]?.records ?? []) as ReadRecord[]);
    assert.deepEqual([typed?.[0]?.key, typed?.[0]?.value], ['7', '9007199254740993']);
    // Zero bytes are UTF-8, so they are text.
    assert.equal(raw?.[0]?.key, '\0\0\0\u0007');
    const [judge] = await kafkaTool('consumer', [
      ...['--topic', topic, '--from-beginning', '--max-messages', '1', '--timeout-ms', '20000'],
      ...['--formatter-property', 'print.key=true'],
      ...[
        '--formatter-property',
        'key.deserializer=org.apache.kafka.common.serialization.IntegerDeserializer',
      ],
      ...[
        '--formatter-property',
        'value.deserializer=org.apache.kafka.common.serialization.LongDeserializer',
      ],
    ]).then((text) => text.split('\n'));
    assert.equal(judge, '7\t9007199254740993');
  });

  it('sends files byte by byte and lists of records', async () => {
    const topic = topicName();
    const block = (lines: string): string =>
      `PRODUCER\ntopic: ${topic}\npartition: 0\n${lines}\n###\n`;
    const bytes = Buffer.from([0xff, 0x00, 0x0a]);
    const { code, results } = await runScratch(
      `TOPIC ${topic}\n` +
        block('value: file(value.bin)') +
        block('records: file(rows.csv)') +
        block('records: jsonl\n{"key":"j","value":"{{$index}}","headers":[["h",null]]}') +
        block('records: file("more lines.txt")\nseparator: \\t') +
        `CONSUMER\ntopic: ${topic}\nfrom: earliest\n`,
      {
        files: {
          'value.bin': bytes,
          'rows.csv': 'key,a,b\nk1,1,"x, y"\n',
          'more lines.txt': 'l1\t{{$index}}\nl2\tb\n',
        },
      },
    );
    assert.equal(code, 0, JSON.stringify(results));
    const read = (results.at(-1)?.records ?? []) as ReadRecord[];
    assert.deepEqual(
      read.map(({ key, value, headers }) => [key, value, headers]),
      [
        [null, { base64: bytes.toString('base64') }, []],
        ['k1', '{"a":"1","b":"x, y"}', []],
        ['j', '0', [['h', null]]],
        ['l1', '{{$index}}', []],
        ['l2', 'b', []],
      ],
    );
  });

  it('writes again exactly what was read', async () => {
    const [from, to] = [topicName(), topicName()];
    const first = await runScratch(
      [
        `TOPIC ${from}\nTOPIC ${to}`,
        `PRODUCER\ntopic: ${from}\nkey: k\nheader: a = 1\nheader: a = null\ntimestamp: 1234\nvalue: file(v)\n###`,
        `CONSUMER\ntopic: ${from}\nfrom: earliest`,
      ].join('\n'),
      { files: { v: Buffer.from([0xfe, 0xff]) } },
    );
    const read = (first.results.at(-1)?.records ?? []) as ReadRecord[];
    assert.equal(read.length, 1);
    const second = await runScratch(
      [
        `PRODUCER\ntopic: ${to}\nrecords: file(r.jsonl)\n###`,
        `CONSUMER\ntopic: ${to}\nfrom: earliest`,
      ].join('\n'),
      { files: { 'r.jsonl': read.map((record) => JSON.stringify(record)).join('\n') } },
    );
    const again = (second.results.at(-1)?.records ?? []) as ReadRecord[];
    assert.deepEqual(
      again.map((record) => ({ ...record, topic: from })),
      read,
    );
  });

  it('tells ranges above 100 records, and keeps their order', async () => {
    const topic = topicName();
    const { results } = await runScratch(
      [
        `TOPIC ${topic}`,
        `PRODUCER\ntopic: ${topic}\nkey: same\ncount: 5000\n{{$index}}\n###`,
        `CONSUMER\ntopic: ${topic}\nfrom: earliest`,
        `CONSUMER\ntopic: ${topic}\nfrom: earliest\nlimit: 5000`,
      ].join('\n'),
    );
    const [, produced, listed, all] = results;
    assert.equal(produced?.count, 5000);
    assert.deepEqual(produced.ranges, [
      { topic, partition: 0, firstOffset: '0', lastOffset: '4999', count: 5000 },
    ]);
    assert.equal(listed?.records?.length, 1000);
    assert.equal(listed.truncated, true);
    const values = ((all?.records ?? []) as ReadRecord[]).map(({ value }) => value);
    assert.equal(all?.truncated, undefined);
    assert.deepEqual(
      values,
      Array.from({ length: 5000 }, (_, index) => String(index)),
    );
  });

  it('writes in each compression and with each acks', async () => {
    const topic = topicName();
    const codecs = ['none', 'gzip', 'snappy', 'lz4', 'zstd'];
    const acks = ['0', '1', 'all'];
    const blocks = [
      ...codecs.map((codec) => `compression: ${codec}\n${codec} ${'x'.repeat(500)}`),
      ...acks.map((word) => `acks: ${word}\nacks ${word}`),
    ].map((lines) => `PRODUCER\ntopic: ${topic}\npartition: 0\n${lines}\n###`);
    const { code, results } = await runScratch([`TOPIC ${topic}`, ...blocks].join('\n'));
    assert.equal(code, 0, JSON.stringify(results));
    assert.deepEqual(results[6]?.records, [{ topic, partition: 0 }]);
    const values = (await judged(topic, 8)).map((line) =>
      line.split('\t').at(-1)?.slice(0, 6).trim(),
    );
    assert.deepEqual(values, [
      'none x',
      'gzip x',
      'snappy',
      'lz4 xx',
      'zstd x',
      ...acks.map((a) => `acks ${a}`.slice(0, 6)),
    ]);
  });

  it('tells what was written before a record was refused', async () => {
    const topic = topicName();
    const { code, results } = await runScratch(
      `TOPIC ${topic}\npartitions: 2\nPRODUCER\ntopic: ${topic}\npartition: {{$index}}\ncount: 3\nx`,
    );
    assert.equal(code, 1);
    assert.equal(results[1]?.error?.reason, 'partitionUnknown');
    assert.deepEqual(results[1].records, [
      { topic, partition: 0, offset: '0' },
      { topic, partition: 1, offset: '0' },
    ]);
  });

  it('writes nothing where one of its records cannot be made', async () => {
    const topic = topicName();
    const { results } = await runScratch(
      [
        `TOPIC ${topic}`,
        `PRODUCER\ntopic: ${topic}\nvalue-format: integer\nrecords: lines\n1\n2\nthree\n###`,
        `CONSUMER\ntopic: ${topic}\nfrom: earliest`,
      ].join('\n'),
    );
    assert.match(String(results[1]?.error?.message), /^“three” cannot be written as integer/);
    assert.deepEqual(results[2]?.records, []);
  });

  it('keeps its rate', async () => {
    const topic = topicName();
    const { results } = await runScratch(
      `TOPIC ${topic}\nPRODUCER\ntopic: ${topic}\ncount: 20\nrate: 50/s\nx`,
    );
    assert.equal(results[1]?.records?.length, 20);
    // The last five go out after three of four pauses of 100 ms at least.
    assert.ok(results[1].ms >= 300, String(results[1].ms));
  });

  it('fails without creating a topic that does not exist', async () => {
    const topic = topicName();
    const { code, results } = await runScratch(`PRODUCER\ntopic: ${topic}\nx\n###\nSHOW topics`);
    assert.equal(code, 1);
    assert.deepEqual(
      results.map(({ ok, error }) => [ok, error?.reason]),
      [
        [false, 'topicUnknown'],
        [true, undefined],
      ],
    );
    assert.ok(results[1]?.rows?.every((row) => row.topic !== topic));
  });
});
