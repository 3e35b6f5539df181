import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { TailPlan } from '../../../src/protocol/tailPlan.ts';
import { readPlanOf } from '../../../src/vscode/tail/readPlanOf.ts';
import { stopOfText } from '../../../src/vscode/tail/stopOfText.ts';
import { startOfText } from '../../../src/vscode/tail/startOfText.ts';

const nowMs = 1_000_000;
const planOf = (plan: Partial<TailPlan>) =>
  readPlanOf('orders', { from: { kind: 'now' }, ...plan }, nowMs);

describe('the read plan of a tail view', () => {
  it('starts where the sentence says, a distance counting from now', () => {
    assert.deepEqual(planOf({}).from, { kind: 'latest' });
    assert.deepEqual(planOf({ from: { kind: 'beginning' } }).from, { kind: 'earliest' });
    assert.deepEqual(planOf({ from: { kind: 'last', count: 5 } }).from, { kind: 'last', count: 5 });
    assert.deepEqual(planOf({ from: { kind: 'ago', ms: 400_000 } }).from, {
      kind: 'timestamp',
      timestampMs: 600_000,
    });
  });

  it('reads one partition where it starts at one record', () => {
    const { from, partitions } = planOf({
      from: { kind: 'offset', partition: 2, offset: '9007199254740993' },
      partitions: [0, 1],
    });
    assert.deepEqual(from, { kind: 'offsets', offsets: new Map([[2, 9_007_199_254_740_993n]]) });
    assert.deepEqual(partitions, [2]);
  });

  it('ends never, at the end as of now, or after so many records', () => {
    assert.deepEqual(planOf({}).to, { kind: 'never' });
    assert.deepEqual(planOf({ to: { kind: 'end' } }).to, { kind: 'end' });
    assert.equal(planOf({ to: { kind: 'count', count: 10 } }).limit, 10);
  });

  it('ends before a time, or before an offset of one partition', () => {
    const time = { kind: 'time', timestampMs: 5 } as const;
    assert.deepEqual(planOf({ to: time }).to, { kind: 'timestamp', timestampMs: 5 });
    const { to, partitions } = planOf({ to: { kind: 'offset', partition: 2, offset: '12' } });
    assert.deepEqual(to, { kind: 'offsets', offsets: new Map([[2, 12n]]) });
    assert.deepEqual(partitions, [2]);
  });

  it('hands on partitions, isolation and the filter', () => {
    const plan = planOf({
      partitions: [0, 3],
      isolation: 'committed',
      filter: { kind: 'header', text: 'source = a=b' },
    });
    assert.deepEqual(plan.partitions, [0, 3]);
    assert.equal(plan.isolation, 'committed');
    assert.deepEqual(plan.filter, [{ kind: 'headerEquals', header: 'source', text: 'a=b' }]);
    assert.deepEqual(planOf({ filter: { kind: 'text', text: 'a', not: true } }).filter, [
      { kind: 'contains', part: 'any', text: 'a', not: true },
    ]);
  });

  it('takes starts as a CONSUMER writes them', () => {
    assert.deepEqual(startOfText(' -15m '), { kind: 'ago', ms: 900_000 });
    assert.deepEqual(startOfText('last 500'), { kind: 'last', count: 500 });
    assert.deepEqual(startOfText('1970-01-01T00:00:01Z'), { kind: 'time', timestampMs: 1_000 });
    assert.deepEqual(startOfText('3=120'), { kind: 'offset', partition: 3, offset: '120' });
    assert.deepEqual(startOfText('120', [7]), { kind: 'offset', partition: 7, offset: '120' });
    for (const text of ['120', '0=1,1=2', 'soon', '']) assert.equal(startOfText(text), undefined);
  });

  it('takes stops as a CONSUMER writes them, and numbers of records', () => {
    const plan = { from: { kind: 'now' } } as const;
    const stop = (text: string, of: TailPlan = plan) => stopOfText(text, of, nowMs);
    assert.deepEqual(stop(' 1000 '), { kind: 'count', count: 1_000 });
    assert.deepEqual(stop('5 records'), { kind: 'count', count: 5 });
    assert.deepEqual(stop('end'), { kind: 'end' });
    assert.deepEqual(stop('-10s'), { kind: 'time', timestampMs: 990_000 });
    assert.deepEqual(stop('1970-01-01T00:00:01Z'), { kind: 'time', timestampMs: 1_000 });
    assert.deepEqual(stop('3=120'), { kind: 'offset', partition: 3, offset: '120' });
    assert.deepEqual(stop('offset 120', { ...plan, partitions: [7] }), {
      kind: 'offset',
      partition: 7,
      offset: '120',
    });
    const one = { from: { kind: 'offset', partition: 2, offset: '5' } } as const;
    assert.deepEqual(stop('2=9', one), { kind: 'offset', partition: 2, offset: '9' });
    for (const text of ['0', 'offset 120', '0=1,1=2', 'soon', '']) {
      assert.equal(stop(text), undefined, text);
    }
    assert.equal(stop('3=9', one), undefined);
  });
});
