import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { partitionRanges } from '../../../src/core/partitionRanges.ts';
import { partitionList } from '../../../src/core/scratch/values/partitionList.ts';

describe('partitions in few words', () => {
  it('are ranges and single numbers, which can be typed again', () => {
    for (const [partitions, text] of [
      [[], ''],
      [[3], '3'],
      [[0, 1], '0, 1'],
      [[0, 2, 3, 4, 5, 9], '0, 2-5, 9'],
    ] as const) {
      assert.equal(partitionRanges(partitions), text);
      if (text === '') continue;
      const typed = partitionList(text);
      assert.deepEqual(typed.ok && typed.value, partitions);
    }
  });
});
