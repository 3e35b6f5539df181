import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fetchWait } from '../../../src/kafka/read/fetchWait.ts';

describe('what a fetch waits for', () => {
  it('is the next record, whenever it comes, where few or none came before', () => {
    for (const answered of [0, 200, 10_000]) {
      assert.deepEqual(fetchWait(answered), { minBytes: 1, maxWaitMs: 500 });
    }
  });

  it('is a larger piece in a stream, but not for as long as a frame', () => {
    const { minBytes, maxWaitMs } = fetchWait(40_000);
    assert.ok(minBytes > 40_000);
    assert.ok(maxWaitMs <= 16);
  });
});
