import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { kafkaTool } from '../../support/kafkaTools.ts';
import { Preview } from '../../../src/run/preview.ts';
import { runFirst } from './runFirst.ts';
import { runScratch, topicName } from './runScratch.ts';

/** The committed offset of each partition as ConsumerGroupCommand prints it. */
async function committed(group: string): Promise<string[]> {
  const text = await kafkaTool('groups', ['--describe', '--group', group]);
  return text
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .filter(([first]) => first === group)
    .map(([, , partition, offset]) => `${partition}=${offset}`)
    .sort();
}

describe('a GROUP block', () => {
  it('tells where offsets would go, and moves none, when it is only previewed', async () => {
    const [topic, group] = [topicName(), topicName()];
    const text = (where: string): string => `GROUP ${group}\ntopic: ${topic}\nreset: ${where}\n`;
    await runScratch(
      `TOPIC ${topic}\npartitions: 1\nPRODUCER\ntopic: ${topic}\ncount: 5\nx\n###\n${text('earliest')}`,
      { args: ['--yes'] },
    );
    await runFirst(text('latest'), { preview: new Preview() }, ({ ok, rows, change, plan }) => {
      assert.equal(ok, true);
      assert.equal(change, undefined);
      assert.match(plan ?? '', /^This moves 1 committed offsets of the group/);
      assert.deepEqual(rows, [{ topic, partition: 0, from: '0', to: '5', by: '5' }]);
      return Promise.resolve();
    });
    assert.deepEqual(await committed(group), ['0=0']);
  });

  it('moves offsets as ConsumerGroupCommand sees it, tells the plan before, and says when it is already so', async () => {
    const [topic, group] = [topicName(), topicName()];
    const reset = (where: string, more = ''): string =>
      `GROUP ${group}\ntopic: ${topic}\n${more}reset: ${where}\n`;
    await runScratch(
      `TOPIC ${topic}\npartitions: 2\nPRODUCER\ntopic: ${topic}\npartition: 0\ncount: 5\nx\n###\nPRODUCER\ntopic: ${topic}\npartition: 1\ncount: 3\nx`,
    );
    const careful = await runScratch(reset('latest'));
    assert.equal(careful.results[0]?.error?.reason, 'confirmationNeeded');
    assert.equal(
      careful.results[0].error.message,
      `This moves 2 committed offsets of the group “${group}”: ${topic}[0] – → 5, ${topic}[1] – → 3. Nothing was done: run with --yes to do it.`,
    );
    const bold = await runScratch(
      [
        reset('latest'),
        reset('latest'),
        reset('shift -2'),
        reset('offset 2', 'partitions: 1\n'),
        reset('0=99'),
        `GROUP ${group}`,
      ].join(''),
      { args: ['--yes'] },
    );
    assert.equal(bold.code, 0, JSON.stringify(bold.results));
    assert.deepEqual(
      bold.results.map(({ change }) => change),
      ['reset', 'alreadySo', 'reset', 'reset', 'reset', undefined],
    );
    assert.deepEqual(bold.results[2]?.rows, [
      { topic, partition: 0, from: '5', to: '3', by: '-2' },
      { topic, partition: 1, from: '3', to: '1', by: '-2' },
    ]);
    // Beyond the end is the end.
    assert.deepEqual(bold.results[4]?.rows, [{ topic, partition: 0, from: '3', to: '5', by: '2' }]);
    assert.deepEqual(
      bold.results[5]?.rows?.map(({ partition, committed: at, lag }) => [partition, at, lag]),
      [
        [0, '5', '0'],
        [1, '2', '1'],
      ],
    );
    assert.deepEqual(await committed(group), ['0=5', '1=2']);
    const other = `${group}-other`;
    await runScratch(
      `GROUP ${other}\ntopic: ${topic}\nreset: like ${group}\nGROUP ${other}\nreset: -1h\npartitions: 0\n`,
      { args: ['--yes'] },
    );
    assert.deepEqual(await committed(other), ['0=0', '1=2']);
    const gone = await runScratch(`DELETE group ${other}\nSHOW group ${other}`, {
      args: ['--yes'],
    });
    assert.equal(gone.results[0]?.change, 'deleted');
    assert.equal(gone.results[1]?.error?.reason, 'groupUnknown');
  });

  it('names what it cannot do', async () => {
    const topic = topicName();
    const { results } = await runScratch(
      `TOPIC ${topic}\nGROUP ${topic}-none\nGROUP ${topic}-none\ntopic: ${topic}\nreset: 7=1\nGROUP ${topic}-none\ntopic: ${topic}\nreset: shift 5\nGROUP ${topic}-none\ntopic: ${topic}\nreset: like ${topic}-other\n`,
      { args: ['--yes'] },
    );
    assert.equal(results[1]?.error?.reason, 'groupUnknown');
    assert.match(results[2]?.error?.message ?? '', /no partition 7 in the topic/);
    const nothing = /-(none|other)” has committed nothing in these partitions, so no offset/;
    assert.match(results[3]?.error?.message ?? '', nothing);
    assert.match(results[4]?.error?.message ?? '', nothing);
  });
});
