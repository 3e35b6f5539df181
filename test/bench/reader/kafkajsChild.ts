// Measures the kafkajs consumer as fast as it goes: eachBatch, its 1 ms timer patched.
import { randomUUID } from 'node:crypto';
import { Kafka, logLevel } from 'kafkajs';
import { patchKafkajs } from '../../../src/kafka/wire/patchKafkajs.ts';

const task = JSON.parse(process.argv[2] ?? '{}') as {
  bootstrap: string;
  topic: string;
  records: number;
};
patchKafkajs();
const kafka = new Kafka({ brokers: task.bootstrap.split(','), logLevel: logLevel.NOTHING });
const consumer = kafka.consumer({ groupId: `bench-${randomUUID()}` });
await consumer.connect();
await consumer.subscribe({ topic: task.topic, fromBeginning: true });
// Joining the group is not reading: the clock starts behind it.
let start = 0;
consumer.on('consumer.group_join', () => (start = performance.now()));
let records = 0;
let bytes = 0;
await new Promise<void>((resolve) => {
  void consumer.run({
    autoCommit: false,
    eachBatch: ({ batch }) => {
      for (const { key, value } of batch.messages) {
        records++;
        bytes += (key?.length ?? 0) + (value?.length ?? 0);
      }
      if (records >= task.records) resolve();
      return Promise.resolve();
    },
  });
});
const ms = performance.now() - start;
console.log(JSON.stringify({ records, bytes, ms, perSecond: (records / ms) * 1000 }));
process.exit(0);
