import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ReadProgress } from '../../../src/kafka/read/readProgress.ts';
import type { TailPlan } from '../../../src/protocol/tailPlan.ts';
import { goOnPlan } from '../../../src/vscode/tail/goOnPlan.ts';

const plan: TailPlan = { from: { kind: 'beginning' } };
const progress = (...positions: (bigint | undefined)[]): ReadProgress =>
  ({
    partitions: positions.map((position, partition) => ({ partition, position })),
  }) as unknown as ReadProgress;
const goOn = (after: TailPlan, now = progress(5n, 9n), before = plan) =>
  goOnPlan('orders', before, after, now, 14, 0);

describe('going on to another end', () => {
  it('reads on from where the read stands', () => {
    const next = goOn({ ...plan, to: { kind: 'end' } });
    const offsets = new Map([
      [0, 5n],
      [1, 9n],
    ]);
    assert.deepEqual(next, {
      topic: 'orders',
      from: { kind: 'offsets', offsets },
      to: { kind: 'end' },
    });
  });

  it('counts what was read already', () => {
    assert.equal(goOn({ ...plan, to: { kind: 'count', count: 20 } })?.limit, 6);
    assert.equal(goOn({ ...plan, to: { kind: 'count', count: 3 } })?.limit, 0);
  });

  it('is not possible where something else is read, or nobody knows where it stands', () => {
    assert.equal(goOn({ from: { kind: 'now' } }), undefined);
    assert.equal(goOn({ ...plan, isolation: 'committed' }), undefined);
    assert.equal(goOn({ ...plan, to: { kind: 'offset', partition: 1, offset: '12' } }), undefined);
    assert.equal(goOn({ ...plan, to: { kind: 'end' } }, progress(5n, undefined)), undefined);
    assert.equal(goOn({ ...plan, to: { kind: 'end' } }, progress()), undefined);
  });
});
