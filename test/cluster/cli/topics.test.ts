import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { kafkaTool } from '../../support/kafkaTools.ts';
import { runScratch, topicName } from './runScratch.ts';

describe('a TOPIC block', () => {
  it('creates the topic as TopicCommand sees it, and then says that it is already so', async () => {
    const topic = topicName();
    const text = `TOPIC ${topic}\npartitions: 3\nreplication-factor: 1\nretention.ms: 2h\ncleanup.policy: compact,delete\n`;
    const { code, results } = await runScratch(`${text}${text}TOPIC ${topic}`);
    assert.equal(code, 0, JSON.stringify(results));
    assert.deepEqual(
      results.map(({ change }) => change),
      ['created', 'alreadySo', 'alreadySo'],
    );
    const described = await kafkaTool('topics', ['--describe', '--topic', topic]);
    assert.match(described, /PartitionCount: 3\tReplicationFactor: 1\t/);
    assert.match(described, /cleanup\.policy=compact,delete/);
    assert.match(described, /retention\.ms=7200000/);
  });

  it('changes nothing in a topic that differs, and says how it differs', async () => {
    const topic = topicName();
    const { code, results } = await runScratch(
      `TOPIC ${topic}\npartitions: 1\nTOPIC ${topic}\npartitions: 2\nretention.ms: 1h`,
    );
    assert.equal(code, 1);
    assert.equal(results[1]?.error?.reason, 'notSupportedYet');
    assert.equal(
      results[1].error.message,
      `The topic “${topic}” exists and differs (partitions: 1 → 2, retention.ms: 604800000 → 3600000). Changing a topic from a file is not possible yet.`,
    );
  });

  it("tells the broker's refusal", async () => {
    const { results } = await runScratch(`TOPIC ${topicName()}\nreplication-factor: 99`);
    assert.equal(results[0]?.error?.reason, 'replicationFactorInvalid');
  });
});

describe('a DELETE block', () => {
  it('deletes only with --yes', async () => {
    const topic = topicName();
    const text = `TOPIC ${topic}\nDELETE topic ${topic}`;
    const careful = await runScratch(text);
    assert.equal(careful.code, 1);
    assert.match(
      String(careful.results[1]?.error?.message),
      /^This deletes the topic “scratch-\w+” with 1 partitions and all its records\. Nothing was done: run with --yes to do it\.$/,
    );
    assert.ok((await kafkaTool('topics', ['--list'])).split('\n').includes(topic));
    const bold = await runScratch(text, { args: ['--yes'] });
    assert.deepEqual([bold.code, bold.results[1]?.change], [0, 'deleted']);
    assert.ok(!(await kafkaTool('topics', ['--list'])).split('\n').includes(topic));
  });
});

describe('a SHOW block', () => {
  it('lists topics, partitions, brokers, groups and configs', async () => {
    const topic = topicName();
    const { code, results } = await runScratch(
      [
        `TOPIC ${topic}\npartitions: 2`,
        `PRODUCER\ntopic: ${topic}\npartition: 1\nx\n###`,
        'SHOW topics',
        `SHOW topic ${topic}`,
        'SHOW brokers',
        'SHOW groups',
        `SHOW configs topic ${topic}`,
      ].join('\n'),
    );
    assert.equal(code, 0, JSON.stringify(results));
    const [, , topics, partitions, brokers, groups, configs] = results.map(
      ({ rows }) => rows ?? [],
    );
    assert.deepEqual(
      topics?.find((row) => row.topic === topic),
      { topic, partitions: 2, replicationFactor: 1, internal: false },
    );
    assert.deepEqual(
      partitions?.map(({ partition, beginning, end }) => [partition, beginning, end]),
      [
        [0, '0', '0'],
        [1, '0', '1'],
      ],
    );
    assert.equal(brokers?.filter(({ controller }) => controller === true).length, 1);
    assert.ok(groups);
    assert.ok(configs?.some((row) => row.config === 'retention.ms' && row.value === '604800000'));
  });

  it('describes a group that a console consumer left', async () => {
    const [topic, group] = [topicName(), topicName()];
    await runScratch(`TOPIC ${topic}\nPRODUCER\ntopic: ${topic}\ncount: 5\nx`);
    await kafkaTool('consumer', [
      ...['--topic', topic, '--group', group, '--from-beginning'],
      ...['--max-messages', '3', '--timeout-ms', '20000'],
    ]);
    const { results } = await runScratch(`SHOW group ${group}\nSHOW group ${group}-not`);
    assert.deepEqual(results[0]?.rows, [
      { topic, partition: 0, committed: '3', end: '5', lag: '2', member: null, host: null },
    ]);
    assert.equal(results[1]?.error?.reason, 'groupUnknown');
  });
});
