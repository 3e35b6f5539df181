import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { TimeHistogram, type TimedBatch } from '../../../src/core/record/timeHistogram.ts';

const at = (ms: number, count = 1): TimedBatch => ({
  count,
  firstTimestampMs: ms,
  maxTimestampMs: ms,
});
const batch = fc
  .tuple(
    fc.oneof(fc.integer({ min: -1, max: 3_000 }), fc.integer({ min: 0, max: 1_800_000_000_000 })),
    fc.integer({ min: 0, max: 100_000 }),
    fc.integer({ min: 0, max: 1_000 }),
  )
  .map(([first, more, count]) => ({
    count,
    firstTimestampMs: first,
    maxTimestampMs: first < 0 ? -1 : first + more,
  }));

const total = (histogram: TimeHistogram) =>
  histogram.counts.counts.reduce((sum, count) => sum + count, 0);

describe('a histogram over time', () => {
  it('counts every record once, in few spans, whatever comes', () => {
    fc.assert(
      fc.property(fc.array(batch, { maxLength: 60 }), (batches) => {
        const histogram = new TimeHistogram();
        for (const each of batches) histogram.add(each);
        const timed = batches.filter(({ firstTimestampMs }) => firstTimestampMs >= 0);
        const { counts, untimed } = histogram.counts;
        const expected = timed.reduce((sum, { count }) => sum + count, 0);
        assert.ok(Math.abs(total(histogram) - expected) < 1e-3);
        assert.equal(untimed, batches.reduce((sum, { count }) => sum + count, 0) - expected);
        assert.ok(counts.length <= 240);
      }),
    );
  });

  it('is empty again when everything was taken away, in any order', () => {
    fc.assert(
      fc.property(fc.array(batch, { maxLength: 40 }), fc.nat(), (batches, turn) => {
        const histogram = new TimeHistogram();
        for (const each of batches) histogram.add(each);
        const from = turn % Math.max(1, batches.length);
        for (const each of [...batches.slice(from), ...batches.slice(0, from)])
          histogram.remove(each);
        assert.ok(total(histogram) < 1e-3);
        assert.equal(histogram.counts.untimed, 0);
      }),
    );
  });

  it('puts records where their time is', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 2_000_000 }), { minLength: 1 }), (times) => {
        const histogram = new TimeHistogram();
        for (const ms of times) histogram.add(at(ms));
        const { startMs, widthMs, counts, estimated } = histogram.counts;
        const expected = counts.map(
          (_, index) => times.filter((ms) => Math.floor((ms - startMs) / widthMs) === index).length,
        );
        assert.deepEqual(counts, expected);
        assert.equal(estimated, false);
      }),
    );
  });

  it('is as fine as the time allows, and says where it had to spread a batch', () => {
    const histogram = new TimeHistogram();
    histogram.add(at(1_700_000_000_000, 5));
    assert.deepEqual(histogram.counts, {
      startMs: 1_700_000_000_000,
      widthMs: 1,
      counts: [5],
      untimed: 0,
      estimated: false,
    });
    histogram.add({
      count: 100,
      firstTimestampMs: 1_700_000_000_000,
      maxTimestampMs: 1_700_000_001_000,
    });
    const { widthMs, estimated } = histogram.counts;
    assert.deepEqual([widthMs, estimated], [8, true]);
  });

  it('grows fine again once what was far away has left', () => {
    const histogram = new TimeHistogram();
    histogram.add(at(0, 3));
    histogram.add(at(1_700_000_000_000, 3));
    histogram.remove(at(0, 3));
    histogram.remove(at(1_700_000_000_000, 3));
    histogram.add(at(1_700_000_000_000, 3));
    assert.equal(histogram.counts.widthMs, 1);
  });

  it('costs the same for the millionth batch', () => {
    const histogram = new TimeHistogram();
    const started = performance.now();
    for (let index = 0; index < 300_000; index++) {
      histogram.add({ count: 500, firstTimestampMs: index * 40, maxTimestampMs: index * 40 + 90 });
    }
    assert.ok(performance.now() - started < 3_000);
    assert.equal(Math.round(total(histogram)), 150_000_000);
  });
});
