import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { setTopicConfigs } from '../../../src/kafka/admin/alterTopic.ts';
import { createTopic } from '../../../src/kafka/admin/createTopic.ts';
import { listPartitionOffsets } from '../../../src/kafka/admin/listPartitionOffsets.ts';
import type { BlockResult } from '../../../src/run/blockResult.ts';
import { kafkaTool } from '../../support/kafkaTools.ts';
import { runFirstBlock } from '../../support/runFirstBlock.ts';
import { SuiteCluster } from '../../support/suiteCluster.ts';
import { tempFolder } from '../../support/tempFolder.ts';
import { until } from '../../support/until.ts';
import { runFirst } from './runFirst.ts';
import { runScratch, topicName } from './runScratch.ts';

/** The values of a topic as ConsoleConsumer reads them. */
async function judged(topic: string, count: number, bootstrap?: string): Promise<string[]> {
  const limits = ['--max-messages', String(count), '--timeout-ms', '20000'];
  const args = ['--topic', topic, '--from-beginning', ...limits];
  return (await kafkaTool('consumer', args, bootstrap)).trimEnd().split('\n');
}

const numbers = (count: number): string[] => Array.from({ length: count }, (_, n) => String(n + 1));

/** What was lost, and where; why is told in words. */
function placesOf(result: BlockResult | undefined): unknown[] {
  return (result?.lost ?? []).map(({ state, first, last, firstLine, lastLine }) => [
    state,
    [first, last],
    [firstLine, lastLine],
  ]);
}

/** The state of each line of a file that did not end as written. */
function fates({ lost = [] }: BlockResult, lines: number): Map<number, string> {
  const found = new Map<number, string>();
  for (const { state, firstLine = 0, lastLine = lines } of lost) {
    for (let line = firstLine; line <= lastLine; line += 1) found.set(line, state);
  }
  return found;
}

describe('a PRODUCER whose records are not all taken', () => {
  it('tells the one line that is too large; all others are written once and in order', async () => {
    const topic = topicName();
    const lines = numbers(400).map((line) => (line === '150' ? 'x'.repeat(20_000) : line));
    const { code, results } = await runScratch(
      `TOPIC ${topic}\nmax.message.bytes: 10KB\nPRODUCER\ntopic: ${topic}\nrecords: file(a.txt)\n`,
      { files: { 'a.txt': `${lines.join('\n')}\n` } },
    );
    assert.equal(code, 1);
    const [, result] = results;
    assert.deepEqual(
      [result?.error?.reason, result?.error?.line, result?.refused, result?.unknown, result?.count],
      ['recordTooLarge', 150, 1, undefined, 399],
    );
    assert.deepEqual(placesOf(result), [['refused', [149, 149], [150, 150]]]);
    const kept = lines.filter((line) => line.length < 10);
    assert.deepEqual(await judged(topic, kept.length), kept);
  });

  it('sends only what was not written, when that is asked for', async () => {
    const topic = topicName();
    const lines = numbers(400).map((line) => (line === '150' ? 'x'.repeat(20_000) : line));
    const folder = await tempFolder();
    try {
      await writeFile(join(folder.path, 'a.txt'), lines.join('\n'));
      await runScratch(`TOPIC ${topic}\nmax.message.bytes: 10KB\n`);
      const block = `PRODUCER\ntopic: ${topic}\nrecords: file(a.txt)`;
      const baseDir = folder.path;
      await runFirst(block, { baseDir }, async (first, client) => {
        assert.deepEqual([first.count, first.refused], [399, 1]);
        const only = first.lost ?? [];
        const again = await runFirstBlock(block, client, { baseDir, only });
        assert.deepEqual(placesOf(again), placesOf(first), 'it is still too large');
        await setTopicConfigs(client, topic, { 'max.message.bytes': '100000' });
        // The broker does not tell when it has applied that; what is refused again leaves nothing behind.
        const rest = await until(
          () => runFirstBlock(block, client, { baseDir, only }),
          ({ ok }) => ok,
        );
        assert.equal(rest.records?.length, 1);
      });
      const there = await judged(topic, 400);
      assert.deepEqual(there.toSorted(), lines.toSorted());
    } finally {
      await folder.remove();
    }
  });

  it('tells a partition that is not there by its line, and does not send what follows', async () => {
    const topic = topicName();
    const body = ['{"value":"a"}', '', '{"value":"b","partition":7}', '{"value":"c"}'].join('\n');
    const { results } = await runScratch(
      `TOPIC ${topic}\nPRODUCER\ntopic: ${topic}\nrecords: jsonl\n${body}\n###`,
    );
    const [, result] = results;
    assert.deepEqual([result?.error?.reason, result?.error?.line], ['partitionUnknown', 3]);
    assert.deepEqual(placesOf(result), [
      ['refused', [1, 1], [3, 3]],
      ['notSent', [2, undefined], [4, undefined]],
    ]);
    assert.deepEqual(await judged(topic, 1), ['a']);
  });

  it('aborts its transaction for one line, so that nobody reads the others', async () => {
    const topic = topicName();
    const { results } = await runScratch(
      `TOPIC ${topic}\nPRODUCER\ntopic: ${topic}\ntransaction: commit\nvalue-format: integer\nrecords: lines\n1\n2\nthree\n###\nPRODUCER\ntopic: ${topic}\nafter\n###\nCONSUMER\ntopic: ${topic}\nfrom: earliest\nisolation: read_committed`,
    );
    const [, result, , read] = results;
    assert.equal(result?.error?.line, 3);
    assert.match(result.error.message, /“three” cannot be written as integer/);
    assert.equal(read?.records?.length, 1);
  });

  it('tells where it was when its topic was deleted, and does not bring it back', async () => {
    const topic = topicName();
    await runScratch(`TOPIC ${topic}`);
    const folder = await tempFolder();
    try {
      await writeFile(join(folder.path, 'a.txt'), numbers(5000).join('\n'));
      let deleted: Promise<unknown> | undefined;
      await runFirst(
        `PRODUCER\ntopic: ${topic}\nrecords: file(a.txt)\nrate: 500/s`,
        {
          baseDir: folder.path,
          progress: () => {
            deleted ??= kafkaTool('topics', ['--delete', '--topic', topic]);
          },
        },
        (result) => {
          const { count = 0, refused = 0, unknown = 0 } = result;
          assert.equal(result.error?.reason, 'topicUnknown');
          assert.ok(count > 0 && refused + unknown > 0);
          const first = count + 1;
          const last = count + refused + unknown;
          assert.equal(result.error.line, first);
          const lines = result.lost?.map(({ firstLine, lastLine }) => [firstLine, lastLine]);
          assert.deepEqual(lines, [
            [first, last],
            [last + 1, undefined],
          ]);
          return Promise.resolve();
        },
      );
      await deleted;
      assert.ok(!(await kafkaTool('topics', ['--list'])).split('\n').includes(topic));
    } finally {
      await folder.remove();
    }
  });
});

describe('a PRODUCER whose only broker dies on the way and comes back', () => {
  const cluster = new SuiteCluster();

  /** Sends numbered lines; the broker is killed, and started again at once, when a few are written. */
  async function sendThrough(topic: string, count: number, properties = ''): Promise<BlockResult> {
    const [broker] = cluster.brokers;
    assert.ok(broker);
    await createTopic(cluster.client, { name: topic, partitions: 3 });
    await writeFile(join(cluster.folder, 'a.txt'), `${numbers(count).join('\n')}\n`);
    let back: Promise<void> | undefined;
    const result = await runFirstBlock(
      `PRODUCER\ntopic: ${topic}\n${properties}records: file(a.txt)\n`,
      cluster.client,
      {
        baseDir: cluster.folder,
        progress: ({ written }) => {
          if (written > 100_000) back ??= broker.kill().then(() => broker.start());
        },
      },
    );
    assert.ok(back, 'it was not written before the broker was killed');
    await back;
    return result;
  }

  async function found(topic: string): Promise<number[]> {
    const ends = await listPartitionOffsets(cluster.client, topic);
    const end = ends.reduce((all, one) => all + Number(one.end), 0);
    return (await judged(topic, end, cluster.bootstrapServers)).map(Number);
  }

  it('knows of each line whether it is there', async () => {
    const count = 3_000_000;
    const result = await sendThrough('killed', count);
    const fate = fates(result, count);
    const numbersFound = await found('killed');
    const there = new Set(numbersFound);
    assert.equal(there.size, numbersFound.length, 'nothing is there twice');
    const missing = (line: number): boolean => !fate.has(line) && !there.has(line);
    assert.deepEqual(numbers(count).map(Number).filter(missing), [], 'what is told is there');
    const wrong = numbersFound.filter((line) => (fate.get(line) ?? 'unknown') !== 'unknown');
    assert.deepEqual(wrong, [], 'what was refused or not sent is not there');
    // Whether something was under way when it died, and is unknown, is chance; all that waited was sent later.
    assert.deepEqual([result.refused, result.ok], [undefined, result.unknown === undefined]);
  });

  it('goes on when it is idempotent, and writes each line once', async () => {
    const count = 1_000_000;
    const result = await sendThrough('once', count, 'idempotent: true\n');
    assert.deepEqual([result.ok, result.count], [true, count]);
    assert.deepEqual(
      (await found('once')).toSorted((a, b) => a - b),
      numbers(count).map(Number),
    );
  });

  it('goes on in its transaction, and commits it', async () => {
    const count = 1_000_000;
    const result = await sendThrough('committed', count, 'transaction: commit\n');
    assert.deepEqual([result.count, result.transaction], [count, 'committed']);
    const there = new Set(await judged('committed', count, cluster.bootstrapServers));
    assert.equal(there.size, count);
  });
});
