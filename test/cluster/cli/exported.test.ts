import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { silentLog } from '../../../src/core/log.ts';
import type { RecordView } from '../../../src/core/record/recordView.ts';
import { produceRecords, type RecordToProduce } from '../../../src/kafka/produce/produceRecords.ts';
import { exportRecords } from '../../../src/run/export/exportRecords.ts';
import { KafkaFileWriter } from '../../../src/run/export/kafkaFileWriter.ts';
import { topicRecords } from '../../../src/run/export/topicRecords.ts';
import { tempFolder } from '../../support/tempFolder.ts';
import { testClient } from '../../support/testClient.ts';
import { newTopic, Reading } from '../read/reading.ts';
import { runScratch } from './runScratch.ts';

const client = testClient();
const signal = new AbortController().signal;
const bytes = (text: string) => Buffer.from(text);

/** What a file could lose: each on a partition of its own choice, with a time of its own. */
const contents: readonly RecordToProduce[] = [
  { key: null, value: null },
  { key: Buffer.alloc(0), value: Buffer.alloc(0) },
  { key: bytes('null'), value: bytes('null') },
  { key: Buffer.from([0xff, 0xfe]), value: Buffer.from([0, 1, 2, 0x80]) },
  { key: bytes('###'), value: bytes('###\nPRODUCER\ntopic: x\n\r\n  {{person.fullName}} \ufeff') },
  { key: bytes(' k\u2028\u0085 '), value: bytes('\ufeff{"a":9007199254740993,"a":1.0}\n') },
  {
    key: bytes('h'),
    value: bytes('v'),
    headers: [
      ['n', null],
      ['n', bytes('')],
      ['ü=', Buffer.from([255])],
      ['', bytes('x')],
    ],
  },
];
const awkward = contents.map((record, index) => ({
  ...record,
  partition: index % 3,
  timestampMs: 1_600_000_000_000 + index,
}));

async function all(topic: string): Promise<unknown[]> {
  const reading = new Reading(client, { topic });
  await reading.ended;
  const part = (data: Uint8Array | null) =>
    data === null ? null : Buffer.from(data).toString('hex');
  return reading.records
    .map((record: RecordView) => [
      record.partition,
      Number(record.offset),
      record.timestampMs,
      part(record.key()),
      part(record.value()),
      record.headers().map(({ name, value }) => [part(name), part(value)]),
    ])
    .sort((a, b) => Number(a[0]) - Number(b[0]) || Number(a[1]) - Number(b[1]));
}

describe('a topic that was exported', () => {
  let topic: string;
  before(async () => {
    topic = await newTopic(client, { partitions: 3 });
    await produceRecords(client, topic, awkward);
  });
  after(() => client.close());

  const records = () =>
    topicRecords(
      client,
      { topic, from: { kind: 'earliest' }, to: { kind: 'end' } },
      silentLog,
      signal,
      () => undefined,
    );

  for (const [where, maxInline] of [
    ['in the file', 1_000_000],
    ['beside it', 300],
  ] as const) {
    it(`is written again byte for byte by its .kafka file, its records ${where}`, async () => {
      const folder = await tempFolder();
      const copy = await newTopic(client, { partitions: 3 });
      try {
        const path = join(folder.path, 'copy.kafka');
        const writer = new KafkaFileWriter(path, 'A copy', maxInline);
        for await (const record of records()) {
          assert.ok(!(record instanceof Error));
          await writer.write(record);
        }
        await writer.finish();
        const text = (await readFile(path, 'utf8')).replace(`topic: ${topic}`, `topic: ${copy}`);
        const files: Record<string, Buffer> = {};
        for (const name of await readdir(folder.path)) {
          if (name.endsWith('.jsonl')) files[name] = await readFile(join(folder.path, name));
        }
        assert.equal(Object.keys(files).length, maxInline === 300 ? 1 : 0);
        const run = await runScratch(text, { files });
        assert.equal(run.code, 0, run.lines.join('\n') + run.stderr);
        assert.deepEqual(await all(copy), await all(topic));
      } finally {
        await folder.remove();
      }
    });
  }

  it('is whole, however slowly it is written', async () => {
    const big = await newTopic(client, { partitions: 2 });
    const value = Buffer.alloc(100_000, 'x');
    const count = 600;
    await produceRecords(
      client,
      big,
      Array.from({ length: count }, () => ({ key: null, value })),
    );
    const folder = await tempFolder();
    try {
      const path = join(folder.path, 'big.jsonl');
      const plan = { topic: big, from: { kind: 'earliest' }, to: { kind: 'end' } } as const;
      const options = {
        path,
        format: 'jsonl',
        comment: '',
        decodings: {},
        progress: () => undefined,
      } as const;
      const found = topicRecords(client, plan, silentLog, signal, () => undefined);
      assert.deepEqual(await exportRecords(found, options, signal), { records: count, missing: 0 });
      assert.equal((await readFile(path, 'utf8')).split('\n').length, count + 1);
    } finally {
      await folder.remove();
    }
  });
});
