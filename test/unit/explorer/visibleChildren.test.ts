import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ExplorerNode } from '../../../src/vscode/explorer/explorerNode.ts';
import { nameOf } from '../../../src/vscode/explorer/explorerNode.ts';
import { visibleChildren } from '../../../src/vscode/explorer/visibleChildren.ts';

const list: ExplorerNode = { kind: 'list', id: 'L/topics', cluster: 'L', list: 'topics' };
const topic = (name: string, internal = false): ExplorerNode => ({
  kind: 'topic',
  id: `L/topics/${name}`,
  cluster: 'L',
  topic: { name, internal, partitions: [] },
});
const topics = [topic('Orders'), topic('users'), topic('__consumer_offsets', true)];
const names = (nodes: readonly ExplorerNode[]): unknown[] =>
  nodes.map((node) => (node.kind === 'note' ? node.note : nameOf(node)));

describe('what a list shows', () => {
  it('hides internal topics until they are asked for', () => {
    const hidden = visibleChildren(list, topics, { internalTopics: false });
    assert.deepEqual(names(hidden.nodes), ['Orders', 'users']);
    assert.deepEqual(hidden.count, { shown: 2, total: 2 });
    const shown = visibleChildren(list, topics, { internalTopics: true });
    assert.deepEqual(shown.count, { shown: 3, total: 3 });
  });

  it('filters by text in any case', () => {
    const { nodes, count } = visibleChildren(list, topics, {
      internalTopics: false,
      filter: 'ORD',
    });
    assert.deepEqual(names(nodes), ['Orders']);
    assert.deepEqual(count, { shown: 1, total: 2 });
  });

  it('says when nothing matches and when there is nothing', () => {
    const none = visibleChildren(list, topics, { internalTopics: false, filter: 'zzz' });
    assert.deepEqual(names(none.nodes), ['nothingMatches']);
    assert.deepEqual(names(visibleChildren(list, [], { internalTopics: false }).nodes), [
      'noTopics',
    ]);
  });

  it('never filters a failure away', () => {
    const failed: ExplorerNode = {
      kind: 'failure',
      id: 'f',
      cluster: 'L',
      error: 'x',
      retries: 'L/topics',
    };
    const { nodes } = visibleChildren(list, [failed], { internalTopics: false, filter: 'zzz' });
    assert.deepEqual(nodes, [failed]);
  });
});
