import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { RecordRow, TailRows } from '../../../src/protocol/tailRow.ts';
import { RowSource } from '../../../webview/tail/rowSource.ts';

interface Asked {
  readonly first: number;
  readonly count: number;
  readonly signal: AbortSignal;
  answer(rows?: TailRows): Promise<void>;
  refuse(): Promise<void>;
}

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

function row(offset: number): RecordRow {
  const cell = { kind: 'text', text: 'x', truncated: false, sizeBytes: 1 } as const;
  return {
    kind: 'record',
    topic: 't',
    partition: 0,
    offset: String(offset),
    key: cell,
    value: cell,
    headerCount: 0,
    headers: '',
  };
}

function rowsOf(first: number, count: number, epoch = 1): TailRows {
  return { epoch, first, rows: Array.from({ length: count }, (_, index) => row(first + index)) };
}

function source(end = 1_000_000) {
  const asked: Asked[] = [];
  const loaded: number[] = [];
  const rows = new RowSource(
    (first, count, signal) =>
      new Promise((resolve, reject) => {
        asked.push({
          first,
          count,
          signal,
          answer: (answer = rowsOf(first, count)) => {
            resolve(answer);
            return settled();
          },
          refuse: () => {
            reject(new Error('refused'));
            return settled();
          },
        });
      }),
    (upTo) => loaded.push(upTo),
  );
  rows.setRange(1, 0, end);
  return { rows, asked, loaded };
}

describe('RowSource', () => {
  it('asks for the rows in view, then for a few below and above them, each once', async () => {
    const { rows, asked, loaded } = source();
    for (const [first, count, upTo] of [
      [500, 30, 530],
      [530, 24, 554],
      [476, 24, 500],
    ] as const) {
      rows.need(500, 530, false);
      rows.need(500, 530, false);
      assert.deepEqual([asked.at(-1)?.first, asked.at(-1)?.count], [first, count]);
      await asked.at(-1)?.answer();
      assert.equal(loaded.at(-1), upTo);
    }
    assert.equal(rows.get(529)?.offset, '529');
    rows.need(500, 530, false);
    assert.equal(asked.length, 3);
  });

  it('asks for what is below a complete view before it is scrolled to, not for each row', () => {
    const { rows, asked } = source();
    rows.offer(rowsOf(400, 154));
    for (let step = 0; step <= 12; step++) rows.need(500 + step, 530 + step, false);
    assert.equal(asked.length, 0);
    rows.need(513, 543, false);
    assert.deepEqual([asked[0]?.first, asked[0]?.count], [554, 13]);
  });

  it('asks for nothing around a view that follows', () => {
    const { rows, asked } = source(100);
    rows.offer(rowsOf(70, 30));
    rows.need(70, 100, true);
    assert.equal(asked.length, 0);
  });

  it('gives up what is around the view for a view that is elsewhere', () => {
    const { rows, asked } = source();
    rows.offer(rowsOf(500, 30));
    rows.need(500, 530, false);
    assert.equal(asked[0]?.first, 530);
    rows.need(9_000, 9_030, false);
    assert.equal(asked[0].signal.aborted, true);
    assert.deepEqual([asked[1]?.first, asked[1]?.count], [9_000, 30]);
  });

  it('never asks for more than a call may carry, even in a very high window', () => {
    const { rows, asked } = source();
    rows.need(0, 2_000, false);
    assert.ok((asked[0]?.count ?? 0) <= 500);
  });

  it('asks only for what exists', () => {
    const { rows, asked } = source(10);
    rows.need(0, 30, false);
    assert.deepEqual([asked[0]?.first, asked[0]?.count], [0, 10]);
  });

  it('cancels a call that no longer serves the view', () => {
    const { rows, asked } = source();
    rows.need(0, 30, false);
    rows.need(500_000, 500_030, false);
    assert.equal(asked[0]?.signal.aborted, true);
    assert.equal(asked[1]?.first, 500_000);
  });

  it('waits for a call that serves a part of the view, then asks for the rest', async () => {
    const { rows, asked } = source();
    rows.need(0, 30, false);
    rows.need(20, 50, false);
    assert.equal(asked.length, 1);
    await asked[0]?.answer();
    rows.need(20, 50, false);
    assert.deepEqual([asked[1]?.first, asked[1]?.count], [30, 20]);
  });

  it('lets a call end while the view follows, however far the newest row has moved', async () => {
    const { rows, asked, loaded } = source(100);
    rows.need(70, 100, true);
    rows.setRange(1, 0, 5_000);
    rows.need(4_970, 5_000, true);
    assert.equal(asked[0]?.signal.aborted, false);
    await asked[0].answer();
    assert.deepEqual(loaded, [100]);
    rows.need(4_970, 5_000, true);
    assert.equal(asked.length, 2);
  });

  it('forgets everything when the epoch changes, and what was on its way', async () => {
    const { rows, asked, loaded } = source();
    rows.offer(rowsOf(0, 10));
    rows.need(100, 130, false);
    rows.setRange(2, 0, 50);
    assert.equal(rows.get(5), undefined);
    assert.equal(asked[0]?.signal.aborted, true);
    await asked[0].answer();
    assert.deepEqual(loaded, []);
  });

  it('refuses rows of another epoch', () => {
    const { rows } = source();
    assert.equal(rows.offer(rowsOf(0, 10, 7)), false);
    assert.equal(rows.get(0), undefined);
  });

  it('does not ask again for what was refused before something changes', async () => {
    const { rows, asked } = source();
    rows.need(0, 30, false);
    await asked[0]?.refuse();
    rows.need(0, 30, false);
    assert.equal(asked.length, 1);
    rows.setRange(1, 0, 1_000_001);
    rows.need(0, 30, false);
    assert.equal(asked.length, 2);
  });

  it('does not ask for ever for rows that the host leaves out', async () => {
    const { rows, asked } = source();
    rows.need(0, 30, false);
    await asked[0]?.answer(rowsOf(20, 10));
    rows.need(0, 30, false);
    assert.equal(asked.length, 1);
  });

  it('stays small, however far the view wanders', async () => {
    const { rows, asked } = source();
    for (let view = 0; view < 200; view++) {
      rows.need(view * 1_000, view * 1_000 + 40, false);
      await asked.at(-1)?.answer();
    }
    assert.equal(rows.get(10), undefined);
    assert.deepEqual(rows.get(199_010), row(199_010));
  });
});
