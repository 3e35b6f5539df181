import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { mergeSort } from '../../../src/core/record/mergeSort.ts';
import { SortKeys, type SortBy } from '../../../src/core/record/sortKeys.ts';
import { batchWith, type TestRecord } from '../filter/filtering.ts';

const never = (): undefined => undefined;

async function sorted(records: readonly TestRecord[], by: SortBy): Promise<number[]> {
  const keys = new SortKeys(by, records.length);
  keys.add(batchWith(records), () => true);
  return [...(await mergeSort(records.length, (a, b) => keys.compare(a, b), never))];
}

describe('sorting records', () => {
  it('sorts any numbers, and leaves equal ones as they came', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 20 })), async (numbers) => {
        const order = await mergeSort(
          numbers.length,
          (a, b) => (numbers[a] ?? 0) - (numbers[b] ?? 0),
          never,
        );
        const wanted = numbers
          .map((_number, index) => index)
          .sort((a, b) => (numbers[a] ?? 0) - (numbers[b] ?? 0) || a - b);
        assert.deepEqual([...order], wanted);
      }),
    );
  });

  it('compares keys byte by byte, null first, then the empty one', async () => {
    const key = fc.option(fc.string({ maxLength: 12 }), { nil: undefined });
    await fc.assert(
      fc.asyncProperty(fc.array(key, { minLength: 1, maxLength: 40 }), async (all) => {
        const order = await sorted(
          all.map((each) => (each === undefined ? {} : { key: each })),
          'key',
        );
        const bytes = (index: number) => Buffer.from(all[index] ?? '');
        const wanted = all
          .map((_key, index) => index)
          .sort((a, b) => {
            const nulls = Number(all[b] === undefined) - Number(all[a] === undefined);
            return nulls || Buffer.compare(bytes(a), bytes(b)) || a - b;
          });
        assert.deepEqual(order, wanted);
      }),
    );
  });

  it('compares times, offsets and sizes', async () => {
    const records = [
      { value: 'xxx', timestampMs: 3_000 },
      { key: 'a', value: 'x', timestampMs: 1_000 },
      { timestampMs: 2_000 },
    ];
    assert.deepEqual(await sorted(records, 'timestamp'), [1, 2, 0]);
    assert.deepEqual(await sorted(records, 'offset'), [0, 1, 2]);
    assert.deepEqual(await sorted(records, 'size'), [2, 1, 0]);
  });
});
