import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ProducedSummary } from '../../../src/run/producer/producedSummary.ts';

describe('what a run wrote', () => {
  it('is listed up to 100 records', () => {
    const summary = new ProducedSummary('t');
    for (let index = 0n; index < 100n; index += 1n) summary.add({ partition: 0, offset: index });
    const { records, ranges } = summary.result();
    assert.equal(records?.length, 100);
    assert.deepEqual(records.at(-1), { topic: 't', partition: 0, offset: '99' });
    assert.equal(ranges, undefined);
  });

  it('is told in ranges above 100 records, one more where others wrote in between', () => {
    const summary = new ProducedSummary('t');
    for (let index = 0n; index < 60n; index += 1n) {
      summary.add({ partition: 0, offset: 10n + index });
      summary.add({ partition: 1, offset: index < 30n ? index : 5n + index });
    }
    assert.deepEqual(summary.result(), {
      count: 120,
      ranges: [
        { topic: 't', partition: 0, firstOffset: '10', lastOffset: '69', count: 60 },
        { topic: 't', partition: 1, firstOffset: '0', lastOffset: '29', count: 30 },
        { topic: 't', partition: 1, firstOffset: '35', lastOffset: '64', count: 30 },
      ],
    });
  });

  it('has no offsets where nobody was asked for them', () => {
    const summary = new ProducedSummary('t');
    summary.add({ partition: 0, offset: undefined });
    assert.deepEqual(summary.result(), { records: [{ topic: 't', partition: 0 }] });
    for (let index = 0; index < 100; index += 1) summary.add({ partition: 0, offset: undefined });
    assert.deepEqual(summary.result().ranges, [{ topic: 't', partition: 0, count: 101 }]);
  });
});
