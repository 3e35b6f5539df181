import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { KafkaError } from '../../../src/core/kafkaError.ts';
import { RecordStore } from '../../../src/core/record/recordStore.ts';
import type { TailFilter } from '../../../src/protocol/tailPlan.ts';
import { RowFinder } from '../../../src/vscode/tail/rows/rowFinder.ts';
import { ShownRows } from '../../../src/vscode/tail/rows/shownRows.ts';
import { batchOf } from '../record/batches.ts';

const text = (wanted: string): TailFilter => ({ kind: 'text', text: wanted });
const signal = new AbortController().signal;

/** A store of batches with ten records each, whose keys and values are k0, v0 … k9, v9. */
function world(batches: number, budgetBytes = 2 ** 30) {
  const store = new RecordStore(budgetBytes);
  let switched = 0;
  const revealed: number[] = [];
  const shown = new ShownRows(store, {
    changed: () => undefined,
    switched: () => switched++,
    reveal: (row) => revealed.push(row),
  });
  const add = (): void => {
    store.append(batchOf(0n, 10));
    shown.arrived();
  };
  for (let each = 0; each < batches; each++) add();
  const rows = (): (number | undefined)[] =>
    Array.from({ length: shown.endRow - shown.firstRow }, (_none, index) =>
      shown.stored(shown.firstRow + index),
    );
  return { store, shown, add, rows, revealed, switched: () => switched };
}

describe('the rows that are shown', () => {
  it('are those of the store, as it numbers them, while nothing is filtered', () => {
    const { shown, rows } = world(1);
    assert.deepEqual([shown.firstRow, shown.endRow, rows().length], [0, 10, 10]);
    assert.equal(shown.stored(7), 7);
    assert.equal(shown.shown(7), 7);
  });

  it('are those that match, and those that arrive and match', async () => {
    const { shown, add, rows } = world(2);
    await shown.show({ filter: text('v3') }, undefined);
    assert.deepEqual(rows(), [3, 13]);
    assert.equal(shown.shown(13), 1);
    assert.equal(shown.shown(14), undefined);
    add();
    await shown.matches?.look();
    assert.deepEqual(rows(), [3, 13, 23]);
    await shown.show({}, undefined);
    assert.equal(rows().length, 30);
  });

  it('keep the record in view that was selected, where it is still shown', async () => {
    const { shown } = world(2);
    await shown.show({ filter: text('v3') }, 13);
    assert.equal(shown.anchor, 1);
    await shown.show({}, 1);
    assert.equal(shown.anchor, 13);
    await shown.show({ filter: text('v4') }, 13);
    assert.equal(shown.anchor, undefined);
  });

  it('keep their numbers when the oldest records have to leave', async () => {
    const size = batchOf(0n, 10).sizeBytes + 600;
    const { shown, add, rows } = world(3, size * 3);
    await shown.show({ filter: text('v3') }, undefined);
    add();
    await shown.matches?.look();
    assert.deepEqual([shown.firstRow, shown.endRow], [1, 4]);
    assert.deepEqual(rows(), [13, 23, 33]);
  });

  it('are found by pattern and expression in a worker', async () => {
    const { shown, rows, switched } = world(3);
    await shown.show({ filter: { kind: 'regex', text: '^v[12]$' } }, undefined);
    await shown.matches?.look();
    assert.deepEqual(rows(), [1, 2, 11, 12, 21, 22]);
    await shown.show({ filter: { kind: 'expression', text: 'key == "k4"' } }, undefined);
    await shown.matches?.look();
    assert.deepEqual(rows(), [4, 14, 24]);
    assert.equal(switched(), 2);
    shown.dispose();
  });

  it('say what is wrong with a filter that cannot be understood', async () => {
    const { shown } = world(1);
    await shown.show({ filter: { kind: 'regex', text: '(' } }, undefined);
    await shown.matches?.look();
    const failure = shown.matches?.failure;
    assert.ok(failure instanceof KafkaError && failure.reason === 'filterInvalid');
    assert.equal(shown.endRow, 0);
    shown.dispose();
  });

  it('tell on how many records an expression failed', async () => {
    const { shown } = world(2);
    await shown.show({ filter: { kind: 'expression', text: 'value.total > 3' } }, undefined);
    await shown.matches?.look();
    assert.equal(shown.matches?.failures?.count, 20);
    shown.dispose();
  });

  it('are those of the later of two views that were asked for at once', async () => {
    const { shown, rows } = world(1);
    await Promise.all([
      shown.show({ filter: text('v3') }, undefined),
      shown.show({ filter: text('v5') }, undefined),
    ]);
    assert.deepEqual(rows(), [5]);
  });

  it('are sorted as they were when that was asked for, filtered or not, and count what came later', async () => {
    const { shown, add, rows } = world(2);
    await shown.show({ order: { by: 'offset', descending: true } }, 19);
    assert.deepEqual(rows().slice(0, 4), [9, 19, 8, 18]);
    assert.equal(shown.anchor, 1);
    add();
    assert.deepEqual([shown.endRow, shown.newer], [20, 10]);
    await shown.show({ filter: text('v3'), order: { by: 'key', descending: false } }, undefined);
    assert.deepEqual([rows(), shown.newer], [[3, 13, 23], 0]);
    add();
    await shown.matches?.look();
    assert.equal(shown.newer, 1);
    await shown.show({}, 1);
    assert.equal(shown.anchor, 13);
  });

  it('show a record that is awaited under the filter that shows it, and drop a filter that hides it', async () => {
    const { shown, add, rows, revealed, switched } = world(1);
    await shown.show({ filter: text('v3') }, undefined);
    add();
    shown.reveal(13);
    await shown.matches?.look();
    assert.deepEqual([rows(), revealed, shown.lifted], [[3, 13], [1], false]);
    shown.reveal(14);
    await shown.matches?.look();
    await new Promise(setImmediate);
    assert.deepEqual([rows().length, revealed, shown.view], [20, [1, 14], {}]);
    assert.deepEqual([shown.lifted, shown.anchor, switched()], [true, 14, 2]);
    await shown.show({ filter: text('v3') }, undefined);
    assert.equal(shown.lifted, false);
  });

  it('are those that come, where the records are forgotten while they are sorted', async () => {
    const { store, shown, add, rows } = world(2);
    const order = { by: 'offset', descending: true } as const;
    const sorting = shown.show({ filter: text('v3'), order }, undefined);
    store.clear();
    shown.restart(false);
    add();
    await sorting;
    await shown.matches?.look();
    assert.deepEqual([rows(), shown.view], [[23], { filter: text('v3') }]);
  });

  it('are all that come, where what is around a record is wanted', async () => {
    const { store, shown, add, rows } = world(1);
    await shown.show({ filter: text('v3') }, undefined);
    store.clear();
    shown.restart(true);
    add();
    assert.deepEqual([rows().length, shown.lifted, shown.view], [10, true, {}]);
    store.clear();
    shown.restart(true);
    assert.equal(shown.lifted, false);
  });

  it('are forgotten with the store, and go on behind it', async () => {
    const { store, shown, add, rows } = world(2);
    await shown.show({ filter: text('v3') }, undefined);
    store.clear();
    assert.deepEqual(rows(), []);
    add();
    await shown.matches?.look();
    assert.ok(shown.matches?.complete);
    assert.deepEqual(rows(), [23]);
  });
});

describe('looking for a record among the shown rows', () => {
  it('finds the next and the previous one, and says how many there are', async () => {
    const { store, shown } = world(3);
    const finder = new RowFinder(store, shown);
    const find = (row: number, backwards = false) =>
      finder.find({ kind: 'text', text: 'v3' }, { row, backwards }, signal);
    assert.deepEqual(await find(0), { count: 3, row: 3, nth: 1 });
    assert.deepEqual(await find(3), { count: 3, row: 3, nth: 1 });
    assert.deepEqual(await find(4), { count: 3, row: 13, nth: 2 });
    assert.deepEqual(await find(24), { count: 3 });
    assert.deepEqual(await find(22, true), { count: 3, row: 13, nth: 2 });
    assert.deepEqual(await find(2, true), { count: 3 });
  });

  it('looks at what has arrived since', async () => {
    const { store, shown, add } = world(1);
    const finder = new RowFinder(store, shown);
    const find = () =>
      finder.find({ kind: 'key', text: 'k9' }, { row: 0, backwards: false }, signal);
    assert.equal((await find()).count, 1);
    add();
    assert.equal((await find()).count, 2);
  });

  it('finds only what a filter shows', async () => {
    const { store, shown } = world(3);
    await shown.show({ filter: text('v3') }, undefined);
    const finder = new RowFinder(store, shown);
    const find = (wanted: string) =>
      finder.find({ kind: 'text', text: wanted }, { row: 1, backwards: false }, signal);
    assert.deepEqual(await find('k3'), { count: 3, row: 1, nth: 2 });
    assert.deepEqual(await find('v4'), { count: 0 });
    assert.deepEqual(await find(''), { count: 0 });
  });
});
