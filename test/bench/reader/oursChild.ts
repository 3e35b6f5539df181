// Measures our reader, in a process of its own: one read of a whole topic.
import { crc32 } from 'node:zlib';
import type { RecordBatch } from '../../../src/core/record/recordBatch.ts';
import { RecordCursor } from '../../../src/core/record/recordCursor.ts';
import { RecordStore } from '../../../src/core/record/recordStore.ts';
import { silentLog } from '../../../src/core/log.ts';
import { TopicReader } from '../../../src/kafka/read/topicReader.ts';
import { testClient } from '../../support/testClient.ts';
import { withLateness } from './lateness.ts';
import type { OurFigures, OurTask } from './oursTask.ts';

const task = JSON.parse(process.argv[2] ?? '{}') as OurTask;
let records = 0;
let bytes = 0;
let checksum = 0n;

/** Finds every key and value and counts them. */
function count(batch: RecordBatch): void {
  const { bytes: body, start, count: expected } = batch.scan();
  const cursor = new RecordCursor(body, start);
  let sum = 0;
  for (let index = 0; index < expected; index++) {
    cursor.next();
    sum += cursor.keyEnd - cursor.keyStart + cursor.valueEnd - cursor.valueStart;
  }
  records += expected;
  bytes += sum;
}

/** Adds what CountRecords.java adds for each record; the order of the partitions does not matter. */
function addUp(batch: RecordBatch): void {
  for (let index = 0; index < batch.count; index++) {
    const record = batch.record(index);
    const [key, value] = [record.key(), record.value()];
    records++;
    bytes += (key?.length ?? 0) + (value?.length ?? 0);
    const own = crc32(key ?? '') * 31 + crc32(value ?? '');
    checksum += BigInt(own) + record.offset * BigInt(record.partition + 1);
  }
}

const store = new RecordStore((task.budgetMb ?? 256) * 1024 * 1024);
const sinks = {
  scan: { batch: count },
  sum: { batch: addUp },
  store: {
    batch: (batch: RecordBatch) => {
      store.append(batch);
      records += batch.count;
    },
  },
};
const client = testClient(task.bootstrap);
const { topic, filter } = task;
const from = { kind: 'earliest' } as const;
const to = { kind: 'end' } as const;
const readerOf = (limit: number | undefined) =>
  new TopicReader(
    client,
    { topic, from, to, ...(limit === undefined ? {} : { limit }), ...(filter && { filter }) },
    sinks[task.sink],
    { log: silentLog, checksums: task.sink === 'scan' ? 'whenShown' : 'always' },
  );
if (task.warmUp !== undefined) await readerOf(task.warmUp).run(new AbortController().signal);
[records, bytes, checksum] = [0, 0, 0n];
const reader = readerOf(task.limit);
let ms = 0;
let cpu = process.cpuUsage();
const { p99Ms, maxMs } = await withLateness(async () => {
  cpu = process.cpuUsage();
  const start = performance.now();
  await reader.run(new AbortController().signal);
  ms = performance.now() - start;
  cpu = process.cpuUsage(cpu);
});
const { seen, filterFailures } = reader.progress;
const figures: OurFigures = {
  records,
  bytes,
  ms,
  perSecond: (seen / ms) * 1000,
  p99Ms,
  maxMs,
  peakMb: process.resourceUsage().maxRSS / 1024,
  cpuMs: (cpu.user + cpu.system) / 1000,
  failures: filterFailures?.count ?? 0,
  checksum: String(BigInt.asUintN(64, checksum)),
};

console.log(JSON.stringify(figures));
await client.close();
