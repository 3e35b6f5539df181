import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { RecordOutcome } from '../../../src/kafka/produce/recordOutcome.ts';
import { ProducedSummary } from '../../../src/run/producer/producedSummary.ts';

const written = (partition: number, offset: bigint | undefined): RecordOutcome => ({
  state: 'written',
  partition,
  offset,
});

describe('what a run wrote', () => {
  it('is listed up to 100 records, in the order of the records', () => {
    const summary = new ProducedSummary('t');
    for (let index = 99; index >= 0; index -= 1) summary.add(index, written(index, 7n));
    const { records, ranges } = summary.result();
    assert.equal(records?.length, 100);
    assert.deepEqual(records.at(-1), { topic: 't', partition: 99, offset: '7' });
    assert.equal(ranges, undefined);
  });

  it('is told in ranges above 100 records, one more where others wrote in between', () => {
    const summary = new ProducedSummary('t');
    for (let index = 0; index < 60; index += 1) {
      summary.add(2 * index, written(0, 10n + BigInt(index)));
      summary.add(2 * index + 1, written(1, BigInt(index < 30 ? index : 5 + index)));
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
    summary.add(0, written(0, undefined));
    assert.deepEqual(summary.result(), { records: [{ topic: 't', partition: 0 }] });
    for (let index = 1; index < 101; index += 1) summary.add(index, written(0, undefined));
    assert.deepEqual(summary.result().ranges, [{ topic: 't', partition: 0, count: 101 }]);
  });

  it('is told apart from what was refused and from what nobody knows', () => {
    const summary = new ProducedSummary('t');
    const [first, second] = [new Error('first'), new Error('second')];
    summary.add(0, written(0, 5n));
    summary.add(1, { state: 'refused', partition: 0, error: first });
    summary.add(2, { state: 'unknown', partition: 1, error: second });
    summary.add(3, written(0, 6n));
    assert.deepEqual(summary.result(), {
      refused: 1,
      unknown: 1,
      records: [
        { topic: 't', partition: 0, offset: '5' },
        { topic: 't', partition: 0, offset: '6' },
      ],
    });
    assert.equal(summary.failure, first);
  });
});
