import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Gate } from '../../../src/kafka/read/gate.ts';
import { RateMeter } from '../../../src/kafka/read/rateMeter.ts';
import { Turns } from '../../../src/kafka/read/turns.ts';

const neverAborted = new AbortController().signal;

describe('the rate meter', () => {
  it('sums what came in the last second and forgets it afterwards', () => {
    let now = 5_000;
    const meter = new RateMeter(() => now);
    meter.add(10);
    now += 500;
    meter.add(5);
    assert.equal(meter.perSecond(), 15);
    now += 500;
    assert.equal(meter.perSecond(), 5);
    now += 500;
    assert.equal(meter.perSecond(), 0);
    now += 3_600_000;
    meter.add(1);
    assert.equal(meter.perSecond(), 1);
  });
});

describe('the gate', () => {
  it('holds while it is closed, also when it closes again at once', async () => {
    const gate = new Gate();
    await gate.wait(neverAborted);
    assert.equal(gate.close(), true);
    assert.equal(gate.close(), false);
    let passed = false;
    const waiting = gate.wait(neverAborted).then(() => (passed = true));
    gate.open();
    gate.close();
    await new Promise(setImmediate);
    assert.equal(passed, false);
    assert.equal(gate.open(), true);
    assert.equal(gate.open(), false);
    await waiting;
  });

  it('lets through what is aborted', async () => {
    const gate = new Gate();
    gate.close();
    const abort = new AbortController();
    const waiting = gate.wait(abort.signal);
    abort.abort();
    await waiting;
    await gate.wait(abort.signal);
  });
});

describe('turns', () => {
  it('let timers run between the slices of several loops', async () => {
    const turns = new Turns(2);
    let ticks = 0;
    const timer = setInterval(() => ticks++, 1);
    const spin = async () => {
      for (let piece = 0; piece < 20; piece++) {
        const until = performance.now() + 1;
        while (performance.now() < until);
        await turns.next();
      }
    };
    await Promise.all([spin(), spin(), spin()]);
    clearInterval(timer);
    // 60 ms of work in slices of about 2 ms.
    assert.ok(ticks >= 10, `${ticks} ticks`);
  });

  it('cost nothing while a slice lasts', () => {
    const turns = new Turns(1_000);
    assert.equal(turns.next(), undefined);
  });
});
