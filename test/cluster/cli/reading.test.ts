import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import type { BlockResult, ReadRecord } from '../../../src/run/blockResult.ts';

import { runScratch, topicName } from './runScratch.ts';

const topic = topicName();

/** Ten records in each of two partitions, one second apart, from 2026-01-01T00:00:00Z on. */
before(async () => {
  const startMs = Date.UTC(2026, 0, 1);
  const lines = [0, 1].flatMap((partition) =>
    Array.from({ length: 10 }, (_, index) =>
      JSON.stringify({
        partition,
        timestamp: startMs + index * 1000,
        value: `${partition}/${index}`,
      }),
    ),
  );
  const text = `TOPIC ${topic}\npartitions: 2\nPRODUCER\ntopic: ${topic}\nrecords: jsonl\n${lines.join('\n')}`;
  const { code } = await runScratch(text);
  assert.equal(code, 0);
});

/** Runs one CONSUMER block for each list of properties; gives the values read, partition by partition. */
async function read(...properties: string[]): Promise<string[][]> {
  const { results } = await runScratch(
    properties.map((lines) => `CONSUMER\ntopic: ${topic}\n${lines}`).join('\n'),
  );
  return results.map(valuesOf);
}

function valuesOf({ records = [], error }: BlockResult): string[] {
  if (error !== undefined) return [error.message];
  return (records as ReadRecord[])
    .map(({ value }) => (typeof value === 'string' ? value : JSON.stringify(value)))
    .sort();
}

const all = (partition: number, from = 0, to = 10): string[] =>
  Array.from({ length: to - from }, (_, index) => `${partition}/${from + index}`);

describe('a CONSUMER block without a group', () => {
  it('reads from where it says to the end as it was', async () => {
    assert.deepEqual(
      await read(
        'from: earliest',
        'from: latest',
        '',
        'from: 7',
        'from: 0=8,1=9',
        'from: earliest\npartitions: 1',
        'from: last 3\npartitions: 0',
        'from: last 3',
        'from: 2026-01-01T00:00:08Z',
        `from: ${Date.UTC(2026, 0, 1, 0, 0, 9)}`,
        'from: 2030-01-01',
      ),
      [
        [...all(0), ...all(1)],
        [],
        [],
        [...all(0, 7), ...all(1, 7)],
        [...all(0, 8), ...all(1, 9)],
        all(1),
        all(0, 7),
        ['0/8', '0/9', '1/9'],
        [...all(0, 8), ...all(1, 8)],
        [...all(0, 9), ...all(1, 9)],
        [],
      ],
    );
  });

  it('stops where it says', async () => {
    assert.deepEqual(
      await read(
        'from: earliest\nto: 2',
        'from: earliest\nto: 0=1,1=3',
        'from: earliest\nto: 2026-01-01T00:00:02Z',
        'from: earliest\nto: end\npartitions: 0',
        'from: earliest\npartitions: 1\nlimit: 4',
        'from: earliest\npartitions: 1\nlimit: 100\nto: end',
      ),
      [
        [...all(0, 0, 2), ...all(1, 0, 2)],
        [...all(0, 0, 1), ...all(1, 0, 3)],
        [...all(0, 0, 2), ...all(1, 0, 2)],
        all(0),
        all(1, 0, 4),
        all(1),
      ],
    );
  });

  it('keeps what `where` says, and tells on how many records that failed', async () => {
    assert.deepEqual(
      await read(
        'from: earliest\nwhere: value.endsWith("/3") && partition == 1',
        'from: last 2\nwhere: value.startsWith("0/")',
        'from: earliest\nwhere: offset > 8\nlimit: 1\npartitions: 0',
      ),
      [['1/3'], all(0, 8), all(0, 9)],
    );
    const { results } = await runScratch(
      `CONSUMER\ntopic: ${topic}\nfrom: earliest\nwhere: int(value) > 1\n###\nCONSUMER\ntopic: ${topic}\nwhere: value ==`,
    );
    assert.equal(results[0]?.whereFailed?.count, 20);
    assert.match(results[1]?.error?.message ?? '', /^This expression cannot be understood: ./);
  });

  it('tells a partition that is not there, and a topic that is not there', async () => {
    const { code, results } = await runScratch(
      [`CONSUMER\ntopic: ${topic}\npartitions: 2`, `CONSUMER\ntopic: ${topic}-not`].join('\n'),
    );
    assert.equal(code, 1);
    assert.deepEqual(
      results.map(({ error }) => error?.reason),
      ['inputInvalid', 'topicUnknown'],
    );
    assert.equal(
      results[0]?.error?.message,
      `There is no partition 2 in the topic “${topic}”: it has 2, counted from 0.`,
    );
  });
});

describe('a CONSUMER block with a group', () => {
  it('goes on where the group stands, commits what it lists, and leaves', async () => {
    const group = topicName();
    const { results } = await runScratch(
      [
        `CONSUMER ${group}\ntopic: ${topic}\nfrom: earliest\nlimit: 5`,
        `CONSUMER ${group}\ntopic: ${topic}\nfrom: earliest`,
        `CONSUMER ${group}\ntopic: ${topic}\nfrom: earliest`,
        `CONSUMER ${group}\ntopic: ${topic}\nfrom: 9\ncommit: false`,
        `GROUP ${group}`,
        `DELETE group ${group}`,
      ].join('\n'),
      { args: ['--yes'] },
    );
    const [first, second, third, again, described, deleted] = results;
    assert.ok(first && second && third && again);
    assert.equal(first.records?.length, 5);
    assert.deepEqual([...valuesOf(first), ...valuesOf(second)].sort(), [...all(0), ...all(1)]);
    assert.deepEqual(valuesOf(third), []);
    assert.deepEqual(valuesOf(again), ['0/9', '1/9']);
    assert.deepEqual(
      described?.rows?.map(({ committed, lag, member }) => [committed, lag, member]),
      [
        ['10', '0', null],
        ['10', '0', null],
      ],
    );
    assert.equal(deleted?.change, 'deleted');
  });
});
