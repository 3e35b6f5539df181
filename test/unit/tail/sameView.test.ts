import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sameView } from '../../../src/vscode/tail/sameView.ts';
import type { TailTarget } from '../../../src/vscode/tail/tailTarget.ts';

const tail = { cluster: 'L', topic: 'orders', from: { kind: 'now' } } as const satisfies TailTarget;
const one: TailTarget = { ...tail, partitions: [2] };

describe('a view that shows what is to be opened', () => {
  it('is one of the same cluster, topics and partitions, in whatever order they are named', () => {
    assert.ok(sameView(tail, { ...tail }));
    assert.ok(sameView({ ...tail, partitions: [1, 0] }, { ...tail, partitions: [0, 1] }));
    const both = { ...tail, moreTopics: ['users'] };
    assert.ok(sameView(both, { ...tail, topic: 'users', moreTopics: ['orders'] }));
    for (const other of [{ ...tail, cluster: 'M' }, { ...tail, topic: 'users' }, both, one]) {
      assert.ok(!sameView(tail, other));
      assert.ok(!sameView(other, tail));
    }
  });

  it('may have begun elsewhere, but not at a record or where a group stands', () => {
    assert.ok(sameView({ ...tail, from: { kind: 'beginning' }, to: { kind: 'end' } }, tail));
    const at = (offset: string): TailTarget => ({
      ...tail,
      from: { kind: 'offset', partition: 0, offset },
    });
    const record = at('7');
    const group: TailTarget = { ...tail, from: { kind: 'group', group: 'billing' } };
    assert.ok(!sameView(record, tail));
    assert.ok(!sameView(group, tail));
    assert.ok(!sameView(group, { ...tail, from: { kind: 'group', group: 'other' } }));
    assert.ok(sameView(record, at('9')));
  });
});
