import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { exportPlans } from '../../../src/vscode/tail/exportPlans.ts';
import type { ReadSpan } from '../../../src/vscode/tail/readSpan.ts';
import type { TailTarget } from '../../../src/vscode/tail/tailTarget.ts';

const last: TailTarget = { cluster: 'c', topic: 't', from: { kind: 'last', count: 100 } };
const at = (offset: bigint) => new Map([[0, offset]]);
const planOf = (target: TailTarget, span: ReadSpan) => exportPlans(target, () => span, 0)[0];

describe('what an export reads again', () => {
  it('is what the view began with, not what “the last 100” would be by now', () => {
    const from = { kind: 'offsets', offsets: at(5n) };
    const live = planOf(last, { starts: at(5n) });
    assert.deepEqual(live, { topic: 't', from, to: { kind: 'end' } });
    const to = { kind: 'offsets', offsets: at(105n) };
    const ended = planOf({ ...last, to: { kind: 'end' } }, { starts: at(5n), stops: at(105n) });
    assert.deepEqual(ended, { topic: 't', from, to });
  });

  it('has no more than the records that were asked for, wherever those ended', () => {
    const some: TailTarget = {
      ...last,
      from: { kind: 'beginning' },
      to: { kind: 'count', count: 7 },
    };
    assert.equal(planOf(some, { starts: at(0n) })?.limit, 7);
    const ended = planOf(some, { starts: at(0n), stops: at(7n) });
    assert.equal(ended?.limit, undefined);
    assert.deepEqual(ended?.to, { kind: 'offsets', offsets: at(7n) });
  });

  it('keeps a time as a time: records before it may lie behind later ones', () => {
    const until: TailTarget = { ...last, to: { kind: 'time', timestampMs: 9 } };
    assert.deepEqual(planOf(until, { starts: at(5n), stops: at(9n) })?.to, {
      kind: 'timestamp',
      timestampMs: 9,
    });
  });

  it('is what the plan says where nothing is known yet, topic by topic', () => {
    const plans = exportPlans({ ...last, moreTopics: ['u'] }, () => ({}), 0);
    assert.deepEqual(
      plans.map(({ topic, from }) => [topic, from.kind]),
      [
        ['t', 'last'],
        ['u', 'last'],
      ],
    );
  });
});
