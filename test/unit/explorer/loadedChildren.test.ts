import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ExplorerNode } from '../../../src/vscode/explorer/explorerNode.ts';
import { LoadedChildren } from '../../../src/vscode/explorer/loadedChildren.ts';

const list: ExplorerNode = { kind: 'list', id: 'L/topics', cluster: 'L', list: 'topics' };
const topic = (name: string): ExplorerNode => ({
  kind: 'topic',
  id: `L/topics/${name}`,
  cluster: 'L',
  topic: { name, internal: false, partitions: [] },
});

/** Children whose loads the test answers, each by the id of its node. */
function answered() {
  const waiting: { readonly id: string; readonly answer: (nodes: ExplorerNode[]) => void }[] = [];
  const loaded = new LoadedChildren(
    ({ id }) => new Promise((answer) => waiting.push({ id, answer })),
  );
  const answer = (id: string, nodes: ExplorerNode[]): void => {
    const at = waiting.findIndex((load) => load.id === id);
    waiting.splice(at, 1)[0]?.answer(nodes);
  };
  return { loaded, answer, asked: () => waiting.map(({ id }) => id) };
}

describe('the children of a node of the tree', () => {
  it('are those of before until they have been loaded again', async () => {
    const { loaded, answer } = answered();
    const first = loaded.of(list);
    answer(list.id, [topic('a')]);
    const before = await first;
    const reload = loaded.reload(list);
    assert.equal(await loaded.of(list), before);
    answer(list.id, [topic('a'), topic('b')]);
    assert.deepEqual(await reload, [list]);
    assert.equal((await loaded.of(list)).length, 2);
  });

  it('stay the same objects where nothing has changed: only what was opened below is drawn anew', async () => {
    const { loaded, answer, asked } = answered();
    const [a, b] = [topic('a'), topic('b')];
    const first = loaded.of(list);
    answer(list.id, [a, b]);
    const before = await first;
    const opened = loaded.of(a);
    answer(a.id, []);
    await opened;
    const reload = loaded.reload(list);
    await loaded.of(list);
    answer(list.id, [topic('a'), topic('b')]);
    assert.deepEqual(await reload, [a]);
    assert.equal(await loaded.of(list), before);
    void loaded.of(a);
    assert.deepEqual(asked(), [a.id]);
  });

  it('keep what is below the others where one of them is meant', async () => {
    const { loaded, answer } = answered();
    const [a, b] = [topic('a'), topic('b')];
    const first = loaded.of(list);
    answer(list.id, [a, b]);
    await first;
    for (const one of [a, b]) {
      const opened = loaded.of(one);
      answer(one.id, []);
      await opened;
    }
    const reload = loaded.reload(list, b);
    await loaded.of(list);
    answer(list.id, [a, b]);
    assert.deepEqual(await reload, [b]);
    assert.deepEqual([loaded.has(a), loaded.has(b)], [true, false]);
  });

  it('are the newest of two loads, whichever is answered last, and none once they were forgotten', async () => {
    const { loaded, answer } = answered();
    const first = loaded.of(list);
    answer(list.id, []);
    await first;
    const [older, newer] = [loaded.reload(list), loaded.reload(list)];
    await loaded.of(list);
    answer(list.id, [topic('old')]);
    assert.deepEqual(await older, []);
    answer(list.id, [topic('new')]);
    assert.deepEqual(await newer, [list]);
    assert.deepEqual(await loaded.of(list), [topic('new')]);
    const late = loaded.reload(list);
    await loaded.of(list);
    loaded.forget('L');
    answer(list.id, [topic('late')]);
    assert.deepEqual(await late, []);
    assert.equal(loaded.has(list), false);
  });
});
