import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { wait } from '../../../src/run/wait.ts';

const dayMs = 24 * 60 * 60_000;

describe('waiting', () => {
  it('takes as long as it should, longer than a timer can be set for, too', async (t) => {
    t.mock.timers.enable({ apis: ['setTimeout'] });
    let done = false;
    const waiting = wait(60 * dayMs, new AbortController().signal).then(() => (done = true));
    for (let day = 0; day < 60; day += 1) {
      assert.equal(done, false, `after ${day} days`);
      t.mock.timers.tick(dayMs);
      await new Promise((resolve) => setImmediate(resolve));
    }
    // Each timer begins when the one before has ended, which here is seen once a day.
    t.mock.timers.tick(2 * dayMs);
    await waiting;
  });

  it('ends at once when it is aborted', async (t) => {
    t.mock.timers.enable({ apis: ['setTimeout'] });
    const stop = new AbortController();
    const waiting = wait(30 * dayMs, stop.signal);
    stop.abort(new Error('enough'));
    await assert.rejects(waiting, { message: 'enough' });
  });
});
