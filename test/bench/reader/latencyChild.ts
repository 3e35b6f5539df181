// Measures produce → record in hand, with a tail and a producer in one process.
import { setTimeout as sleep } from 'node:timers/promises';
import { silentLog } from '../../../src/core/log.ts';
import { createTopic } from '../../../src/kafka/admin/createTopic.ts';
import { deleteTopics } from '../../../src/kafka/admin/deleteTopics.ts';
import { produceRecords } from '../../../src/kafka/produce/produceRecords.ts';
import { TopicReader } from '../../../src/kafka/read/topicReader.ts';
import { testClient } from '../../support/testClient.ts';
import { uniqueName } from '../../support/uniqueName.ts';
import { percentile } from './median.ts';
import { benchRecord } from './recordFile.ts';

const task = JSON.parse(process.argv[2] ?? '{}') as { bootstrap: string; rounds: number };
const client = testClient(task.bootstrap);
const topic = uniqueName('bench-latency');
await createTopic(client, { name: topic, partitions: 6, replicationFactor: 1 });
let arrived: () => void = () => undefined;
const reader = new TopicReader(
  client,
  { topic, from: { kind: 'latest' }, to: { kind: 'never' } },
  {
    batch: (batch) => {
      batch.record(0).value();
      arrived();
    },
  },
  { log: silentLog },
);
const stop = new AbortController();
const running = reader.run(stop.signal);
await reader.started;
const waits: number[] = [];
const warmUp = 50;
for (let round = 0; round < task.rounds + warmUp; round++) {
  const { key, value } = benchRecord(round);
  const record = { key: Buffer.from(key), value: Buffer.from(value) };
  const inHand = new Promise<void>((resolve) => (arrived = resolve));
  const start = performance.now();
  const waited = inHand.then(() => waits.push(performance.now() - start));
  await Promise.all([produceRecords(client, topic, [record]), waited]);
  await sleep(2);
}
stop.abort();
await running;
await deleteTopics(client, [topic]);
await client.close();
const measured = waits.slice(warmUp);
console.log(JSON.stringify({ p50: percentile(measured, 50), p99: percentile(measured, 99) }));
