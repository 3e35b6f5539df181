import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { startPlans } from '../../../src/vscode/tail/startPlans.ts';

describe('the reads of a view that was there before', () => {
  it('begin where they began then, topic by topic, and as the plan says where nobody knows', () => {
    const plan = { from: { kind: 'last', count: 100 }, to: { kind: 'end' } } as const;
    const starts = { orders: { '0': '9007199254740993', '2': '0' }, gone: { '0': '1' } };
    const offsets = new Map([
      [0, 9007199254740993n],
      [2, 0n],
    ]);
    assert.deepEqual(startPlans(['orders', 'users'], plan, starts, 0), [
      {
        topic: 'orders',
        from: { kind: 'offsets', offsets, others: 'earliest' },
        to: { kind: 'end' },
      },
      { topic: 'users', from: plan.from, to: { kind: 'end' } },
    ]);
    assert.deepEqual(startPlans(['users'], plan, undefined, 0)[0]?.from, plan.from);
  });

  it('begin where the group stands, and at the beginning of what it has not committed', () => {
    const plan = { from: { kind: 'group', group: 'billing' } } as const;
    const offsets = new Map([[1, 7n]]);
    const plans = startPlans(
      ['orders', 'users'],
      plan,
      undefined,
      0,
      new Map([['orders', offsets]]),
    );
    assert.deepEqual(
      plans.map(({ from }) => from),
      [
        { kind: 'offsets', offsets, others: 'earliest' },
        { kind: 'offsets', offsets: new Map(), others: 'earliest' },
      ],
    );
  });
});
