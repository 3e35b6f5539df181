import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { kafkaTool } from '../../support/kafkaTools.ts';
import { runScratch, topicName } from './runScratch.ts';

/** The values that Java's consumer reads, sorted. */
async function judged(
  topic: string,
  count: number,
  isolation: 'read_committed' | 'read_uncommitted',
): Promise<string[]> {
  const text = await kafkaTool('consumer', [
    ...['--topic', topic, '--from-beginning', '--max-messages', String(count)],
    ...['--timeout-ms', '20000', '--isolation-level', isolation, '--group', topicName()],
  ]);
  return text
    .split('\n')
    .filter((line) => line !== '')
    .sort();
}

describe('a PRODUCER with a transaction', () => {
  it('counts whole when it is committed and not at all when it is aborted, as Java reads it', async () => {
    const topic = topicName();
    const block = (lines: string, value: string): string =>
      `PRODUCER\ntopic: ${topic}\nkey: {{$index}}\ncount: 4\n${lines}\n${value}{{$index}}\n###\n`;
    const { results } = await runScratch(
      `TOPIC ${topic}\npartitions: 3\n` +
        block('transaction: abort', 'no') +
        block('transaction: commit\ncompression: gzip', 'yes') +
        `PRODUCER\ntopic: ${topic}\npartition: {{$index}}\ncount: 4\ntransaction: commit\nhalf\n###\n` +
        block('idempotent: true', 'plain') +
        `SHOW transactions\nCONSUMER\ntopic: ${topic}\nfrom: earliest\nisolation: read_committed`,
    );
    assert.deepEqual(
      results.map(({ ok, transaction }) => [ok, transaction]),
      [
        [true, undefined],
        [true, 'aborted'],
        [true, 'committed'],
        // The third record has no partition to go to: what was written before goes with it.
        [false, 'aborted'],
        [true, undefined],
        [true, undefined],
        [true, undefined],
      ],
    );
    assert.equal(results[1]?.records?.length, 4);
    assert.equal(results[3]?.records?.length, 3);
    const kept = ['plain', 'yes'].flatMap((value) => [0, 1, 2, 3].map((n) => `${value}${n}`));
    assert.deepEqual(await judged(topic, kept.length, 'read_committed'), kept);
    assert.equal((await judged(topic, 15, 'read_uncommitted')).length, 15);
    assert.equal(results[6]?.records?.length, kept.length);
    const open = (results[5]?.rows ?? []).filter(({ state }) => state === 'Ongoing');
    assert.deepEqual(open, [], 'no transaction is left open');
  });
});
