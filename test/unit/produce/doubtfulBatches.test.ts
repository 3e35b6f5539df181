import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { KafkaError } from '../../../src/core/kafkaError.ts';
import { describeTopic } from '../../../src/kafka/admin/describeTopic.ts';
import type { RecordOutcome } from '../../../src/kafka/produce/recordOutcome.ts';
import { TopicWriter } from '../../../src/kafka/produce/topicWriter.ts';
import { type ProduceAnswer, standInClient, standInTopic } from './standInClient.ts';

const notLeader = 6;
const policyViolation = 44;
const duplicate = 46;
const identity = { producerId: 7n, epoch: 0 };
const lostAnswer = new KafkaError('connectionClosed', 'The answer was lost');

/** Writes batches of one record each, the last one after the others are settled; what became of each. */
async function write(
  answers: readonly ProduceAnswer[],
  batches: number,
  options: { identity?: typeof identity },
): Promise<{ states: RecordOutcome['state'][]; produced: number }> {
  const { client, produced } = standInClient(answers);
  const states: RecordOutcome['state'][] = [];
  const topic = await describeTopic(client, standInTopic);
  const writer = new TopicWriter(client, topic, options, (index, { state }) => {
    states[index] = state;
  });
  const flushes: Promise<void>[] = [];
  for (let index = 0; index < batches; index += 1) {
    if (index === batches - 1) await Promise.all(flushes);
    writer.add({ key: null, value: Buffer.from('x'), partition: 0 }, index);
    flushes.push(writer.flush());
  }
  await Promise.all(flushes);
  return { states, produced: produced() };
}

describe('a batch whose answer was lost and that is refused when it is sent again', () => {
  it('takes what follows with it, as the broker would take that for the same batch', async () => {
    // The stand-in would answer as a broker does that has the first batch: the second is a duplicate.
    const answers = [lostAnswer, { errorCode: policyViolation }, { errorCode: duplicate }];
    assert.deepEqual(await write(answers, 3, { identity }), {
      states: ['unknown', 'refused', 'refused'],
      produced: 2,
    });
  });
});

describe('a batch that the leader appended before it lost the partition', () => {
  const appended = { errorCode: notLeader, baseOffset: 5n };

  it('is not sent again by a writer that would write it twice', async () => {
    assert.deepEqual(await write([appended], 1, {}), { states: ['unknown'], produced: 1 });
  });

  it('is sent again by an idempotent writer', async () => {
    const answers = [appended, { errorCode: duplicate, baseOffset: 5n }];
    assert.deepEqual(await write(answers, 1, { identity }), { states: ['written'], produced: 2 });
  });

  it('is sent again where the leader had not appended it', async () => {
    const answers = [{ errorCode: notLeader }, { baseOffset: 5n }];
    assert.deepEqual(await write(answers, 1, {}), { states: ['written'], produced: 2 });
  });
});
