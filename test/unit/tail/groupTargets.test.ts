import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ExplorerNode } from '../../../src/vscode/explorer/explorerNode.ts';
import { groupOfNodes, groupTarget } from '../../../src/vscode/tail/groupTargets.ts';

const offset = (topic: string, partition: number, group = 'billing') =>
  ({
    ...{ kind: 'groupOffset', cluster: 'Local', group },
    offset: { topic, partition },
  }) as unknown as ExplorerNode;

describe('what is tailed from where a group stands', () => {
  it('is all that it has committed, from its node or that of its offsets', () => {
    const group = { kind: 'group', cluster: 'Local', group: { id: 'billing' } };
    const offsets = { kind: 'groupOffsets', cluster: 'Local', group: 'billing' };
    for (const node of [group, offsets]) {
      const found = groupOfNodes([node as unknown as ExplorerNode]);
      assert.deepEqual(found, { cluster: 'Local', group: 'billing' });
    }
    const from = { kind: 'group', group: 'billing' } as const;
    const target = groupTarget({ cluster: 'Local', group: 'billing' }, ['orders', 'users']);
    assert.deepEqual(target, { cluster: 'Local', topic: 'orders', moreTopics: ['users'], from });
  });

  it('is the selected partitions of a topic, and those of one group', () => {
    const found = groupOfNodes([
      offset('orders', 4),
      offset('orders', 0),
      offset('orders', 1, 'x'),
    ]);
    assert.ok(found);
    const target = groupTarget(found, ['orders']);
    assert.deepEqual(target?.partitions, [0, 4]);
  });

  it('is nothing for another node, and for a group without commits', () => {
    assert.equal(groupOfNodes([]), undefined);
    assert.equal(groupTarget({ cluster: 'Local', group: 'billing' }, []), undefined);
  });
});
