import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Kafka, logLevel } from 'kafkajs';
import { fromRunner } from '../../support/environment.ts';
import { runScratch, topicName } from './runScratch.ts';

describe('a GROUP block for a group with members', () => {
  it('leaves its offsets alone and names the members, in a preview too', async () => {
    const [topic, groupId] = [topicName(), topicName()];
    await runScratch(`TOPIC ${topic}`);
    const brokers = [fromRunner('KAFKA_BOOTSTRAP')];
    const kafka = new Kafka({ clientId: 'busy', brokers, logLevel: logLevel.NOTHING });
    const consumer = kafka.consumer({ groupId });
    const joined = new Promise((resolve) => consumer.on('consumer.group_join', resolve));
    await consumer.connect();
    try {
      await consumer.subscribe({ topics: [topic] });
      await consumer.run({ eachMessage: () => Promise.resolve() });
      await joined;
      const { results } = await runScratch(
        `GROUP ${groupId}\ntopic: ${topic}\nreset: earliest\nDELETE group ${groupId}`,
        { args: ['--yes'] },
      );
      const preview = await runScratch(`GROUP ${groupId}\ntopic: ${topic}\nreset: latest`, {
        args: ['--preview'],
      });
      assert.equal(preview.code, 0);
      assert.match(
        preview.results[0]?.plan ?? '',
        /^This moves 1 committed .* Now it would be refused: .* has members \(1: busy \(/,
      );
      for (const { error } of results) {
        assert.equal(error?.reason, 'groupHasMembers');
        assert.match(error.message, /has members \(1: busy \(/);
      }
      await consumer.commitOffsets([{ topic, partition: 0, offset: '0' }]);
      const same = await runScratch(`GROUP ${groupId}\ntopic: ${topic}\nreset: earliest`);
      assert.deepEqual([same.code, same.results[0]?.change], [0, 'alreadySo'], 'nothing is moved');
    } finally {
      await consumer.disconnect();
    }
  });
});
