import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ReadRecord } from '../../../src/run/blockResult.ts';
import { kafkaTool } from '../../support/kafkaTools.ts';
import { runScratch, topicName } from './runScratch.ts';

interface Told {
  readonly key: { readonly type: number; readonly data: Readonly<Record<string, unknown>> };
  readonly value: unknown;
}

/** What an internal topic holds, as a CONSUMER lists it. */
async function listed(topic: string): Promise<(Told & { readonly partition: number })[]> {
  const block = `CONSUMER\ntopic: ${topic}\nfrom: earliest\nto: end\nlimit: 100000\n`;
  const { results } = await runScratch(block);
  const records = (results[0]?.records ?? []) as ReadRecord[];
  return records.map(({ key, value, partition }) => {
    assert.ok(typeof key === 'string', `a key that was not understood: ${JSON.stringify(key)}`);
    const told = typeof value === 'string' ? (JSON.parse(value) as unknown) : value;
    return { key: JSON.parse(key) as Told['key'], value: told, partition };
  });
}

/** The first records of a partition as one of the console consumer's formatters tells those that it knows. */
async function judged(
  formatter: string,
  topic: string,
  partition: number,
  count: number,
): Promise<Told[]> {
  const text = await kafkaTool('consumer', [
    ...['--topic', topic, '--partition', String(partition), '--offset', 'earliest'],
    ...['--max-messages', String(count), '--timeout-ms', '20000'],
    ...['--formatter', `org.apache.kafka.tools.consumer.${formatter}`],
  ]);
  // They print no line ends.
  const each = text.replaceAll('}{"key":', '}\n{"key":').split('\n');
  return each.filter((line) => line !== '').map((line) => JSON.parse(line) as Told);
}

describe('internal topics', () => {
  it('are read in the words of Kafka’s own formatters', async () => {
    const [topic, group] = [topicName(), topicName()];
    const { results } = await runScratch(
      `TOPIC ${topic}\npartitions: 2\nPRODUCER\ntopic: ${topic}\nkey: {{$index}}\ncount: 9\ntransaction: commit\nx\n###\n` +
        `CONSUMER ${group}\ntopic: ${topic}\nfrom: earliest\nto: end\n###\n`,
      { args: ['--yes'] },
    );
    assert.deepEqual(
      results.map(({ ok }) => ok),
      [true, true, true],
    );

    const offsets = await listed('__consumer_offsets');
    const ofGroup = ({ key }: Told): boolean => key.data.group === group;
    const { partition } = offsets.find(ofGroup) ?? assert.fail('the group has written nothing');
    const count = offsets.filter((each) => each.partition === partition).length;
    for (const [type, formatter] of [
      [1, 'OffsetsMessageFormatter'],
      [2, 'GroupMetadataMessageFormatter'],
    ] as const) {
      const ours = offsets
        .filter((told) => ofGroup(told) && told.key.type === type)
        .map(({ key, value }) => ({ key, value }));
      assert.ok(ours.length > 0, `nothing of type ${type}`);
      const theirs = await judged(formatter, '__consumer_offsets', partition, count);
      assert.deepEqual(ours, theirs.filter(ofGroup));
    }

    const states = await listed('__transaction_state');
    const of = states.find(({ value }) => JSON.stringify(value).includes(topic))?.partition;
    assert.ok(of !== undefined, 'the transaction has left no trace');
    const ours = states
      .filter(({ partition: each }) => each === of)
      .map(({ key, value }) => ({ key, value }));
    const formatter = 'TransactionLogMessageFormatter';
    assert.deepEqual(ours, await judged(formatter, '__transaction_state', of, ours.length));
  });
});
