import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { TailPlan } from '../../../src/protocol/tailPlan.ts';
import { goOnPlans } from '../../../src/vscode/tail/goOnPlans.ts';

const plan: TailPlan = { from: { kind: 'beginning' } };
const standing = (...positions: (bigint | undefined)[]) =>
  positions.map((position, partition) => ({ topic: 'orders', partition, position }));
const goOn = (after: TailPlan, now = standing(5n, 9n), before = plan) =>
  goOnPlans(['orders'], before, after, now, 14, 0)?.[0];

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

  it('reads each of several topics on, and none where nobody knows where one stands', () => {
    const users = { topic: 'users', partition: 0, position: 3n };
    const both = (now: Parameters<typeof goOnPlans>[3]) =>
      goOnPlans(['orders', 'users'], plan, { ...plan, to: { kind: 'end' } }, now, 14, 0);
    const next = both([...standing(5n), users]);
    assert.deepEqual(
      next?.map(({ topic, from }) => [topic, from.kind === 'offsets' && [...from.offsets]]),
      [
        ['orders', [[0, 5n]]],
        ['users', [[0, 3n]]],
      ],
    );
    assert.equal(both(standing(5n)), undefined);
  });

  it('counts what was read already', () => {
    assert.equal(goOn({ ...plan, to: { kind: 'count', count: 20 } })?.limit, 6);
    assert.equal(goOn({ ...plan, to: { kind: 'count', count: 3 } })?.limit, 0);
  });

  it('is not possible where something else is read, or nobody knows where it stands', () => {
    assert.equal(goOn({ from: { kind: 'now' } }), undefined);
    assert.equal(goOn({ ...plan, isolation: 'committed' }), undefined);
    assert.equal(goOn({ ...plan, to: { kind: 'offset', partition: 1, offset: '12' } }), undefined);
    assert.equal(goOn({ ...plan, to: { kind: 'end' } }, standing(5n, undefined)), undefined);
    assert.equal(goOn({ ...plan, to: { kind: 'end' } }, standing()), undefined);
  });
});
