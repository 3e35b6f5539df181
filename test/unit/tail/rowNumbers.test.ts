import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { RowNumbers } from '../../../src/vscode/tail/rows/rowNumbers.ts';

describe('a list of row numbers', () => {
  it('keeps the index of each for good, whatever was forgotten before it', () => {
    const steps = fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 6000 });
    fc.assert(
      fc.property(steps, fc.double({ min: 0, max: 1, noNaN: true }), (gaps, share) => {
        const numbers = new RowNumbers();
        let row = 0;
        const all = gaps.map((gap) => (row += gap));
        const cut = all[Math.floor(share * (all.length - 1))] ?? 0;
        all.forEach((each, index) => {
          numbers.push(each);
          if (index % 100 === 0) numbers.forgetBefore(Math.min(cut, each));
        });
        numbers.forgetBefore(cut);
        assert.equal(numbers.end, all.length);
        for (let index = all.indexOf(cut); index < all.length; index += 97) {
          const each = all[index] ?? 0;
          assert.equal(numbers.at(index), each);
          assert.equal(numbers.indexOf(each), index);
          assert.equal(numbers.has(each), true);
        }
        assert.equal(numbers.at(all.length), undefined);
      }),
      { numRuns: 30 },
    );
  });
});
