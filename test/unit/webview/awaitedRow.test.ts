import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { TailPageState } from '../../../src/protocol/tailPageState.ts';
import { AwaitedRow } from '../../../webview/tail/awaitedRow.ts';

const saved: TailPageState = {
  cluster: 'Local',
  topic: 'orders',
  from: { kind: 'beginning' },
  revealed: 7,
  place: { topic: 'orders', partition: 0, offset: '7' },
};

describe('the row that the host wants shown', () => {
  it('is shown once it has been read, and once', () => {
    const awaited = new AwaitedRow(undefined, false);
    awaited.expect(12);
    assert.equal(awaited.take(12), undefined);
    assert.deepEqual(awaited.take(13), { row: 12, top: false });
    assert.equal(awaited.take(14), undefined);
    awaited.expect(12);
    assert.equal(awaited.take(14), undefined);
  });

  it('is not shown again with a page that has shown it, until rows mean something else', () => {
    const awaited = new AwaitedRow(saved, true);
    awaited.expect(7);
    assert.equal(awaited.take(8), undefined);
    awaited.begin(undefined);
    awaited.expect(7);
    assert.deepEqual(awaited.take(8), { row: 7, top: false });
  });

  it('goes back to the top edge, the first time, where nothing was selected before the reload', () => {
    const awaited = new AwaitedRow(saved, false);
    awaited.expect(3);
    assert.deepEqual(awaited.take(4), { row: 3, top: true });
    awaited.expect(5);
    assert.deepEqual(awaited.take(9), { row: 5, top: false });
  });
});
