import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ExplorerNode } from '../../../src/vscode/explorer/explorerNode.ts';
import { targetsOfNodes } from '../../../src/vscode/tail/selectedTargets.ts';

const from = { kind: 'now' } as const;
const topic = (name: string, cluster = 'Local') =>
  ({ kind: 'topic', cluster, topic: { name } }) as unknown as ExplorerNode;
const partition = (topicName: string, number: number) =>
  ({
    kind: 'partition',
    cluster: 'Local',
    topicName,
    partition: { partition: number },
  }) as unknown as ExplorerNode;

describe('what is tailed for a selection of the tree', () => {
  it('is one topic, or several of a cluster in one view', () => {
    assert.deepEqual(targetsOfNodes([topic('orders')]), [
      { cluster: 'Local', topic: 'orders', from },
    ]);
    assert.deepEqual(targetsOfNodes([topic('orders'), topic('users'), topic('orders')]), [
      { cluster: 'Local', topic: 'orders', moreTopics: ['users'], from },
    ]);
  });

  it('is a view for each cluster', () => {
    assert.deepEqual(targetsOfNodes([topic('a'), topic('b', 'Other')]), [
      { cluster: 'Local', topic: 'a', from },
      { cluster: 'Other', topic: 'b', from },
    ]);
  });

  it('is some partitions of a topic where only they are selected', () => {
    assert.deepEqual(targetsOfNodes([partition('orders', 4), partition('orders', 0)]), [
      { cluster: 'Local', topic: 'orders', from, partitions: [0, 4] },
    ]);
    assert.deepEqual(targetsOfNodes([partition('orders', 4), topic('orders')]), [
      { cluster: 'Local', topic: 'orders', from },
    ]);
  });
});
