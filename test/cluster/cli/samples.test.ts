import assert from 'node:assert/strict';
import { globSync } from 'node:fs';
import { basename, join } from 'node:path';
import { before, describe, it } from 'node:test';
import { fillSampleTopics } from '../../../scripts/start/fillSampleTopics.ts';
import type { BlockResult, ProducedPlace, ReadRecord } from '../../../src/run/blockResult.ts';
import { fromRunner } from '../../support/environment.ts';
import { until } from '../../support/until.ts';
import { JavaConsumer } from '../kafka/javaConsumer.ts';
import { spawnScratch } from './runScratch.ts';
import { runStep } from './runStep.ts';

const folder = join(import.meta.dirname, '../../../samples');

/** Runs a chapter from top to bottom; it creates and deletes its own topics. */
async function runChapter(name: string): Promise<BlockResult[]> {
  const bootstrap = fromRunner('KAFKA_BOOTSTRAP');
  const { code, lines } = await spawnScratch([
    join(folder, name),
    '--bootstrap',
    bootstrap,
    '--yes',
  ]);
  const results = lines.map((line) => JSON.parse(line) as BlockResult);
  const failed = results.filter(({ ok }) => !ok);
  assert.deepEqual(failed, []);
  assert.equal(code, 0);
  return results;
}

before(() => fillSampleTopics(fromRunner('KAFKA_BOOTSTRAP'), AbortSignal.timeout(60_000)));

describe('every chapter of the samples', () => {
  for (const file of globSync('*.kafka', { cwd: folder })) {
    it(`has nothing to complain about: ${basename(file)}`, async () => {
      const { code, lines } = await spawnScratch([join(folder, file), '--check']);
      assert.deepEqual(lines, []);
      assert.equal(code, 0);
    });
  }
});

describe('the chapter on topics', () => {
  it('shows what it says', async () => {
    const results = await runChapter('03-topics.kafka');
    assert.deepEqual(
      results.map(({ change, rows }) => change ?? rows?.length),
      [
        'created',
        'alreadySo',
        results[2]?.rows?.length,
        2,
        'changed',
        results[5]?.rows?.length,
        'deleted',
      ],
    );
    assert.ok(results[2]?.rows?.some((row) => row.topic === 'lesson-topics'));
    const retention = results[5]?.rows?.find(({ config }) => config === 'retention.ms');
    assert.deepEqual([retention?.value, retention?.source], ['3600000', 'topic']);
  });
});

describe('the chapter on groups', () => {
  it('shows what it says', async () => {
    const results = await runChapter('06-groups.kafka');
    const lag = (index: number): number =>
      (results[index]?.rows ?? []).reduce((sum, row) => sum + Number(row.lag), 0);
    assert.deepEqual(
      results.map(({ change }) => change ?? ''),
      [
        ...['created', '', 'reset', '', 'reset', '', 'reset', 'reset'],
        ...Array.from({ length: 12 }, () => ''),
        ...Array.from({ length: 5 }, () => 'deleted'),
      ],
    );
    const read = (index: number): ReadRecord[] => (results[index]?.records ?? []) as ReadRecord[];
    assert.equal(results[1]?.records?.length, 20);
    assert.deepEqual([lag(3), lag(5)], [0, 20]);
    assert.equal(read(8).length, 5);
    const before = (results[7]?.rows ?? []).reduce((sum, row) => sum + Number(row.to), 0);
    assert.equal(lag(9), 20 - before - 5);
    assert.deepEqual([read(10).length, lag(11)], [20, 0]);
    const again = read(12).map(({ partition, offset }) => `${partition}@${offset}`);
    assert.deepEqual(again, ['0@0', '0@1', '0@2']);
    assert.deepEqual(read(13), read(12), 'nothing was committed');
    assert.equal(read(14).length, 20);
    const groups = results[15]?.rows?.map(({ group }) => group) ?? [];
    assert.ok(['lesson-audit', 'lesson-pair'].every((id) => groups.includes(id)));
    const kept = read(16).map(({ key }) => JSON.parse(key as string) as { data: object });
    assert.ok(kept.length >= 5, `${kept.length} commits`);
    const ofBilling = { group: 'lesson-billing', topic: 'lesson-groups' };
    assert.deepEqual(kept[0]?.data, { ...ofBilling, partition: 0 });
    assert.deepEqual(
      [results[17]?.transaction, results[18]?.transaction],
      ['committed', 'aborted'],
    );
    assert.deepEqual(
      read(19).map(({ value }) => value),
      ['order 1 paid', 'order 1 shipped'],
    );
  });

  it('names another member for each partition while two of them read', async () => {
    const run = (block: number) => runStep('06-groups.kafka', block, fromRunner('KAFKA_BOOTSTRAP'));
    await run(0);
    await run(10);
    const members = [1, 2].map(() => new JavaConsumer('consumer', 'lesson-groups', 'lesson-pair'));
    const named = async (): Promise<unknown[]> =>
      ((await run(11)).rows ?? []).map(({ member }) => member);
    try {
      const [first, second] = await until(
        named,
        ([one, other]) => typeof one === 'string' && typeof other === 'string' && one !== other,
      );
      await members[0]?.stop();
      const [left, right] = await until(
        named,
        ([one, other]) => typeof one === 'string' && one === other,
      );
      assert.equal(left, right);
      assert.ok(left === first || left === second);
    } finally {
      await Promise.all(members.map((member) => member.stop()));
    }
    for (const block of [21, 24]) assert.equal((await run(block)).change, 'deleted');
  });
});

describe('the chapter on producing', () => {
  it('shows what it says', async () => {
    const results = await runChapter('04-producing.kafka');
    assert.deepEqual(
      results.map(({ kind }) => kind),
      ['TOPIC', ...Array.from({ length: 10 }, () => 'PRODUCER'), 'SHOW', 'DELETE'],
    );
    const places = (index: number): ProducedPlace[] =>
      (results[index]?.records ?? []) as ProducedPlace[];
    const partitions = places(2).map(({ partition }) => partition);
    const [alice, bob] = partitions;
    assert.deepEqual(partitions, [alice, bob, alice, alice, bob]);
    assert.equal(places(4)[0]?.partition, 2);
    assert.equal(places(5).length, 10);
    assert.deepEqual(places(7), [{ topic: 'lesson-producing', partition: 0 }]);
    const ends = (results[11]?.rows ?? []).map(({ end }) => Number(end));
    assert.equal(
      ends.reduce((sum, end) => sum + end, 0),
      3 + 5 + 1 + 1 + 10 + 1 + 3 + 100,
    );
  });
});

describe('the chapter on reading', () => {
  it('shows what it says', async () => {
    const results = await runChapter('05-reading.kafka');
    const read = (index: number): ReadRecord[] => (results[index]?.records ?? []) as ReadRecord[];
    assert.equal(read(0).length, 5);
    assert.match(JSON.stringify(read(0)[0]?.key), /^"User_/);
    assert.deepEqual(read(1), []);
    assert.deepEqual(
      read(3).map(({ partition, offset }) => `${partition}@${offset}`),
      ['1@10', '1@11', '1@12', '1@13', '1@14'],
    );
    assert.equal(read(4).length, 3);
    assert.ok(read(5).some(({ key }) => key === 'User_100'));
    assert.equal(read(6)[0]?.headers[0]?.[0], 'source');
    assert.ok(read(10).length > 0 && read(10).every(({ key }) => key === 'User_100'));
    assert.equal(read(11).length, 5);
    assert.deepEqual([read(9)[0]?.key, read(9)[0]?.value], ['42', '9007199254740993']);
  });
});

describe('the chapter on order', () => {
  it('shows what it says', async () => {
    const results = await runChapter('07-order.kafka');
    const values = (index: number, key?: string): unknown[] =>
      ((results[index]?.records ?? []) as ReadRecord[])
        .filter((record) => key === undefined || record.key === key)
        .map(({ value }) => value);
    assert.equal(values(2).length, 8);
    for (const index of [2, 3]) {
      assert.deepEqual(values(index, 'order-1'), ['1 created', '4 paid', '7 shipped']);
    }
    assert.equal(values(3).length, 3);
    assert.deepEqual(values(2, 'order-3'), ['3 created', '6 paid', '8 shipped']);
    assert.deepEqual(
      values(8),
      Array.from({ length: 6 }, (_, index) => `step ${index}`),
    );
  });
});
