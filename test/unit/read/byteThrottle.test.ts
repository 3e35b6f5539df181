import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ByteThrottle } from '../../../src/kafka/read/byteThrottle.ts';

const { signal } = new AbortController();

describe('the throttle', () => {
  it('holds back as long as what came would have taken, and asks for less at a time', () => {
    const now = 1_000;
    const throttle = new ByteThrottle(1_000_000, () => now);
    assert.equal(throttle.wait(signal), undefined);
    assert.equal(throttle.most(8_000_000), 250_000);
    throttle.received(500);
    assert.ok(throttle.wait(signal) instanceof Promise);
  });

  it('does nothing without a limit, but for what a broker asks for', () => {
    const throttle = new ByteThrottle(undefined, () => 0);
    throttle.received(1e9);
    assert.deepEqual([throttle.wait(signal), throttle.most(8_000_000)], [undefined, 8_000_000]);
    throttle.asked(20);
    assert.equal(throttle.askedMs, 20);
    assert.ok(throttle.wait(signal) instanceof Promise);
  });

  it('lets go of a wait that is aborted', async () => {
    const throttle = new ByteThrottle(1);
    throttle.received(1_000_000);
    const abort = new AbortController();
    const waiting = throttle.wait(abort.signal);
    abort.abort();
    await assert.rejects(Promise.resolve(waiting), { name: 'AbortError' });
  });
});
