import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { kafkaTool } from '../../support/kafkaTools.ts';
import { runScratch, topicName } from './runScratch.ts';

describe('--preview', () => {
  it('tells what each block of a file would do, and does nothing', async () => {
    const [made, there, group] = [topicName(), topicName(), topicName()];
    await runScratch(`TOPIC ${there}\npartitions: 1\nPRODUCER\ntopic: ${there}\nx\n###`);
    const reset = `GROUP ${group}\ntopic: ${there}\nreset: latest\n`;
    const text = [
      `TOPIC ${made}\nretention.ms: 1h`,
      `PRODUCER\ntopic: ${made}\nx\n###`,
      `TOPIC ${there}\npartitions: 3`,
      `TOPIC ${there}\npartitions: 1`,
      reset,
      `PRODUCER\ntopic: ${there}\ny\n###`,
      `CONSUMER ${group}\ntopic: ${there}\nfrom: earliest`,
      `CONSUMER\ntopic: ${there}\nfrom: earliest`,
      `DELETE topic ${there}`,
    ].join('\n');
    const { code, results } = await runScratch(text, { args: ['--preview'] });
    assert.equal(code, 0, JSON.stringify(results));
    assert.deepEqual(
      results.map(({ plan, change, records }) => plan ?? change ?? records?.length),
      [
        `This creates the topic “${made}”.`,
        `This needs the topic “${made}”, which a block above creates.`,
        `This changes the topic “${there}”: partitions: 1 → 3. Records with a key may go to other partitions from then on.`,
        'alreadySo',
        `This moves 1 committed offsets of the group “${group}”: ${there}[0] – → 1.`,
        `This writes records to the topic “${there}”.`,
        `This joins the group “${group}”, may take partitions from its members, and commits offsets.`,
        1,
        `This deletes the topic “${there}” with 1 partition and all its records.`,
      ],
    );
    assert.deepEqual(results[2]?.rows, [{ name: 'partitions', now: '1', want: '3' }]);
    const topics = (await kafkaTool('topics', ['--describe'])).split('\n');
    assert.ok(!topics.some((line) => line.includes(made)));
    assert.ok(
      topics.some((line) => line.includes(`${there}\t`) && line.includes('PartitionCount: 1')),
    );
    assert.ok(!(await kafkaTool('groups', ['--list'])).includes(group));
    const offsets = await kafkaTool('offsets', ['--topic', there]);
    assert.equal(offsets.trim(), `${there}:0:1`);
  });

  it('fails where running the block would fail', async () => {
    const topic = topicName();
    const { code, results } = await runScratch(
      `PRODUCER\ntopic: ${topic}\nx\n###\nTOPIC ${topic}\nPRODUCER\ntopic: ${topic}\nvalue-format: integer\nx\n###\nSHOW topic ${topic}`,
      { args: ['--preview'] },
    );
    assert.equal(code, 1);
    assert.deepEqual(
      results.map(({ ok, error }) => error?.reason ?? ok),
      ['topicUnknown', true, 'inputInvalid', true],
    );
  });
});
