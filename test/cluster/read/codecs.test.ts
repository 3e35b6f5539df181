import assert from 'node:assert/strict';
import { execFile, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { after, describe, it } from 'node:test';
import { promisify } from 'node:util';
import { silentLog } from '../../../src/core/log.ts';
import { codecNames, type CodecName } from '../../../src/core/codec/codec.ts';
import type { RecordBatch } from '../../../src/core/record/recordBatch.ts';
import { RecordCursor } from '../../../src/core/record/recordCursor.ts';
import type { RecordView } from '../../../src/core/record/recordView.ts';
import { produceRecords } from '../../../src/kafka/produce/produceRecords.ts';
import { TopicReader } from '../../../src/kafka/read/topicReader.ts';
import { fromRunner } from '../../support/environment.ts';
import { consoleConsume } from '../../support/kafkaTools.ts';
import { testClient } from '../../support/testClient.ts';
import { newTopic, readAll, textOf } from './reading.ts';

const client = testClient();
after(() => client.close());

const hasKcat = spawnSync('kcat', ['-V']).status === 0;
const values = Array.from({ length: 3_000 }, (_none, index) =>
  JSON.stringify({ userid: `user_${index % 40}`, regionid: `Region_${index % 9}`, seq: index }),
);
const lines = values.map((value, index) => `user_${index % 40}\t${value}`).join('\n') + '\n';

/** Gives lines to a program's standard input. */
async function feed(program: string, args: string[], input: string): Promise<void> {
  const running = promisify(execFile)(program, args, { timeout: 60_000 });
  running.child.stdin?.end(input);
  await running;
}

/** @param also codecs that single batches may have instead */
function assertSame(
  records: readonly RecordView[],
  codec: CodecName,
  also: readonly CodecName[] = [],
): void {
  assert.deepEqual(
    records.map((record) => [record.offset, textOf(record.key()), textOf(record.value())]),
    values.map((value, index) => [BigInt(index), `user_${index % 40}`, value]),
  );
  const codecs = new Set(records.map(({ batch }) => batch.codec));
  assert.ok(codecs.has(codec));
  codecs.delete(codec);
  assert.deepEqual(
    [...codecs],
    [...codecs].filter((other) => also.includes(other)),
  );
}

for (const codec of codecNames) {
  describe(`records in ${codec}`, () => {
    it('written by Java are read as they are', async () => {
      const topic = await newTopic(client);
      const args = ['--bootstrap-server', fromRunner('KAFKA_BOOTSTRAP'), '--topic', topic];
      args.push('--compression-codec', codec, '--command-property', 'linger.ms=50');
      args.push('--reader-property', 'parse.key=true');
      const java = ['-Xmx256m', '-cp', `${fromRunner('KAFKA_LIBS')}/*`];
      await feed('java', [...java, 'org.apache.kafka.tools.ConsoleProducer', ...args], lines);
      const { records, ended } = await readAll(client, { topic });
      assert.deepEqual(await ended, { kind: 'end' });
      assertSame(records, codec);
    });

    it('written by librdkafka are read as they are', { skip: !hasKcat }, async () => {
      const topic = await newTopic(client);
      const args = [
        '-P',
        '-b',
        fromRunner('KAFKA_BOOTSTRAP'),
        '-t',
        topic,
        '-z',
        codec,
        '-K',
        '\t',
      ];
      await feed('kcat', [...args, '-X', 'linger.ms=50', '-X', 'message.timeout.ms=30000'], lines);
      // librdkafka sends a batch as it is when compressing would not make it smaller.
      assertSame((await readAll(client, { topic })).records, codec, ['none']);
    });

    it('are the same to a scan, which has them expanded ahead in memory that is used again', async () => {
      const topic = await newTopic(client);
      const sent = values.map((value, index) => ({
        ...{ key: Buffer.from(`user_${index % 40}`), headers: [] },
        value: Buffer.from(value + randomBytes(400).toString('hex')),
      }));
      await produceRecords(client, topic, sent, { compression: codec });
      const seen: string[] = [];
      const batch = (found: RecordBatch) => {
        assert.equal(found.corrupt, undefined);
        const { bytes, start, count } = found.scan();
        const cursor = new RecordCursor(bytes, start);
        for (let index = 0; index < count; index++) {
          cursor.next();
          seen.push(Buffer.from(bytes.subarray(cursor.valueStart, cursor.valueEnd)).toString());
        }
      };
      const plan = { topic, from: { kind: 'earliest' }, to: { kind: 'end' } } as const;
      const options = { log: silentLog, checksums: 'whenShown' } as const;
      const end = await new TopicReader(client, plan, { batch }, options).run(
        new AbortController().signal,
      );
      assert.deepEqual(end, { kind: 'end' });
      assert.deepEqual(
        seen,
        sent.map(({ value }) => value.toString()),
      );
    });

    it('written by us are read by us and by Java', async () => {
      const topic = await newTopic(client);
      const encoder = new TextEncoder();
      const produced = values.map((value, index) => ({
        key: encoder.encode(`user_${index % 40}`),
        value: encoder.encode(value),
      }));
      await produceRecords(client, topic, produced, { compression: codec });
      assertSame((await readAll(client, { topic })).records, codec);
      const printed = await consoleConsume(topic, values.length);
      assert.deepEqual(
        printed.map((line) => line.split('\t').slice(-2)),
        values.map((value, index) => [`user_${index % 40}`, value]),
      );
    });
  });
}
