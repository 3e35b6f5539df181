import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { KafkaError } from '../../../src/core/kafkaError.ts';
import { describeTopic } from '../../../src/kafka/admin/describeTopic.ts';
import type { RecordOutcome } from '../../../src/kafka/produce/recordOutcome.ts';
import { TopicWriter, type TopicWriterOptions } from '../../../src/kafka/produce/topicWriter.ts';
import { refusal, standInClient, standInTopic } from './standInClient.ts';

/** Writes two batches to a broker that went away before the first; it is back when `isAway` says so. */
async function write(isAway: () => boolean, options: TopicWriterOptions) {
  const { client, produced } = standInClient([refusal, {}, {}], isAway);
  const outcomes: RecordOutcome[] = [];
  const topic = await describeTopic(standInClient([]).client, standInTopic);
  const writer = new TopicWriter(client, topic, options, (index, outcome) => {
    outcomes[index] = outcome;
  });
  const flushes = [0, 1].map((index) => {
    writer.add({ key: null, value: Buffer.from('x'), partition: 0 }, index);
    return writer.flush();
  });
  await Promise.allSettled(flushes);
  return { outcomes, produced: produced() };
}

const statesOf = (outcomes: readonly RecordOutcome[]): string[] =>
  outcomes.map((outcome) => (outcome.state === 'written' ? 'written' : outcome.error.name));

describe('a writer whose only broker went away', () => {
  it('asks until it is back, and sends what waited once', async () => {
    let asked = 0;
    const { outcomes, produced } = await write(() => ++asked < 3, {});
    assert.deepEqual([statesOf(outcomes), produced, asked], [['written', 'written'], 3, 3]);
  });

  it('refuses all that waits when its time is over, and says that nobody answered', async () => {
    const { outcomes, produced } = await write(() => true, { timeoutMs: 60 });
    assert.equal(produced, 1);
    for (const outcome of outcomes) {
      assert.equal(outcome.state, 'refused');
      assert.ok(outcome.error instanceof KafkaError);
      assert.equal(outcome.error.reason, 'connectionRefused');
    }
    assert.equal(outcomes.length, 2);
  });

  it('stops at once when it is cancelled', async () => {
    const cancel = new AbortController();
    const isAway = (): boolean => {
      cancel.abort();
      return true;
    };
    const { outcomes, produced } = await write(isAway, { signal: cancel.signal });
    assert.deepEqual([statesOf(outcomes), produced], [['AbortError', 'AbortError'], 1]);
  });
});
