import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { BlockResult } from '../../../src/run/blockResult.ts';
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

  it('takes its name from a variable, as SHOW and DELETE do', async () => {
    const topic = topicName();
    const { code, results } = await runScratch(
      'TOPIC {{name}}\nSHOW topic {{ name }}\nPRODUCER\ntopic: {{name}}\nkey: k\nx\n###\nCONSUMER\ntopic: {{name}}\nfrom: earliest\nwhere: key == "{{key}}"\nDELETE topic {{name}}',
      { args: ['--yes', '--var', `name=${topic}`, '--var', 'key=k'] },
    );
    assert.equal(code, 0, JSON.stringify(results));
    assert.equal(results[1]?.rows?.length, 1);
    assert.equal(results[3]?.records?.length, 1);
    assert.equal(results[4]?.change, 'deleted');
  });

  it('alters a topic that differs, after telling how, and only with --yes', async () => {
    const topic = topicName();
    const wanted = `TOPIC ${topic}\npartitions: 2\nretention.ms: 1h\ncleanup.policy: delete`;
    const careful = await runScratch(`TOPIC ${topic}\npartitions: 1\n${wanted}`);
    assert.equal(careful.code, 1);
    const { reason, message } = careful.results[1]?.error ?? {};
    assert.equal(reason, 'confirmationNeeded');
    assert.equal(
      message,
      `This changes the topic “${topic}”: partitions: 1 → 2, retention.ms: 604800000 → 3600000. Records with a key may go to other partitions from then on. Nothing was done: run with --yes to do it.`,
    );
    assert.match(
      await kafkaTool('topics', ['--describe', '--topic', topic]),
      /PartitionCount: 1\t/,
    );
    const bold = await runScratch(`${wanted}\n${wanted}`, { args: ['--yes'] });
    assert.deepEqual(
      bold.results.map(({ change }) => change),
      ['changed', 'alreadySo'],
    );
    const described = await kafkaTool('topics', ['--describe', '--topic', topic]);
    assert.match(described, /PartitionCount: 2\t/);
    assert.match(described, /retention\.ms=3600000/);
  });

  it('refuses what Kafka cannot do to a topic, and changes nothing of it', async () => {
    const topic = topicName();
    const { results } = await runScratch(
      `TOPIC ${topic}\npartitions: 2\nTOPIC ${topic}\npartitions: 1\nTOPIC ${topic}\nreplication-factor: 2\nTOPIC ${topic}\npartitions: 3\nretention.ms: -7`,
      { args: ['--yes'] },
    );
    assert.match(results[1]?.error?.message ?? '', /has 2 partitions, and Kafka takes none away/);
    assert.equal(results[2]?.error?.reason, 'replicationFactorInvalid');
    assert.match(results[2].error.message, /2 replicas need as many brokers, and 1 are there\.$/);
    assert.equal(results[3]?.error?.reason, 'configInvalid');
    assert.match(
      await kafkaTool('topics', ['--describe', '--topic', topic]),
      /PartitionCount: 2\t/,
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
    assert.equal(careful.results[1]?.error?.reason, 'confirmationNeeded');
    assert.match(
      careful.results[1].error.message,
      /^This deletes the topic “scratch-\w+” with 1 partition and all its records\. Nothing was done: run with --yes to do it\.$/,
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
        'SHOW configs broker 1',
        'SHOW transactions',
      ].join('\n'),
    );
    assert.equal(code, 0, JSON.stringify(results));
    const [, , topics, partitions, brokers, groups, configs, broker, transactions] = results.map(
      ({ rows }) => rows ?? [],
    );
    assert.ok(broker?.some((row) => row.config === 'num.network.threads'));
    assert.ok(transactions);
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

  it('describes a group that a console consumer left, and says what there is none of', async () => {
    const [topic, group] = [topicName(), topicName()];
    await runScratch(`TOPIC ${topic}\nPRODUCER\ntopic: ${topic}\ncount: 5\nx`);
    await kafkaTool('consumer', [
      ...['--topic', topic, '--group', group, '--from-beginning'],
      ...['--max-messages', '3', '--timeout-ms', '20000'],
    ]);
    const { results } = await runScratch(`SHOW group ${group}\nSHOW group ${group}-not\nSHOW acls`);
    assert.deepEqual(results[0]?.rows, [
      { topic, partition: 0, committed: '3', end: '5', lag: '2', member: null, host: null },
    ]);
    assert.equal(results[1]?.error?.reason, 'groupUnknown');
    assert.match(results[2]?.error?.message ?? '', /^This cluster has no access rules: /);
  });
});

describe('a marked cluster', () => {
  const blocks = (topic: string): string =>
    [
      `TOPIC ${topic}`,
      `PRODUCER\ntopic: ${topic}\nx\n###`,
      `CONSUMER ${topic}-group\ntopic: ${topic}`,
      `CONSUMER\ntopic: ${topic}\nfrom: earliest`,
      `GROUP ${topic}-group\ntopic: ${topic}\nreset: latest`,
      `DELETE topic ${topic}`,
      'SHOW topics',
    ].join('\n');
  const reasons = (results: readonly BlockResult[]): unknown[] =>
    results.map(({ error }) => error?.reason);

  it('takes no writing block where it is read-only, and reads', async () => {
    const topic = topicName();
    const { results } = await runScratch(blocks(topic), {
      args: ['--access', 'read-only', '--yes'],
    });
    const [no, yes] = ['clusterReadOnly', undefined];
    assert.deepEqual(reasons(results), [no, no, no, 'topicUnknown', no, no, yes]);
    assert.match(
      results[0]?.error?.message ?? '',
      /marked as read-only, so nothing is written to it/,
    );
  });

  it('asks about whatever writes where it is production', async () => {
    const topic = topicName();
    const text = blocks(topic);
    const asked = 'confirmationNeeded';
    const careful = await runScratch(text, { args: ['--access', 'production'] });
    assert.deepEqual(reasons(careful.results).slice(0, 2), [asked, 'topicUnknown']);
    assert.match(
      careful.results[0]?.error?.message ?? '',
      /^This creates the topic .* The cluster .* is marked as production\. .* run with --yes/,
    );
    const bold = await runScratch(text, { args: ['--access', 'production', '--yes'] });
    assert.equal(bold.code, 0, JSON.stringify(bold.results));
    await runScratch(`TOPIC ${topic}`);
    const again = await runScratch(text, { args: ['--access', 'production'] });
    const yes = undefined;
    assert.deepEqual(reasons(again.results), [yes, asked, asked, yes, asked, asked, yes]);
    assert.equal(again.results[0]?.change, 'alreadySo');
    await runScratch(`DELETE topic ${topic}`, { args: ['--yes'] });
  });
});
