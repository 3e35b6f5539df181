import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { maxCopiedRanges } from '../../../src/protocol/tailCopy.ts';
import { RowSelection } from '../../../webview/tail/rowSelection.ts';

const rows = (selection: RowSelection): number[] =>
  selection.ranges.flatMap(({ first, end }) =>
    Array.from({ length: end - first }, (_none, n) => first + n),
  );

describe('RowSelection', () => {
  it('reaches from where it began, both ways', () => {
    const selection = new RowSelection();
    selection.only(5);
    selection.extendTo(8);
    assert.deepEqual(selection.ranges, [{ first: 5, end: 9 }]);
    selection.extendTo(3);
    assert.deepEqual(selection.ranges, [{ first: 3, end: 6 }]);
    assert.equal(selection.count, 3);
  });

  it('keeps what was selected besides, and joins what touches', () => {
    const selection = new RowSelection();
    selection.only(1);
    selection.toggle(5);
    selection.extendTo(7, true);
    assert.deepEqual(rows(selection), [1, 5, 6, 7]);
    selection.toggle(2);
    assert.deepEqual(selection.ranges, [
      { first: 1, end: 3 },
      { first: 5, end: 8 },
    ]);
    selection.toggle(6);
    assert.deepEqual(rows(selection), [1, 2, 5, 7]);
    selection.only(9);
    assert.deepEqual(rows(selection), [9]);
  });

  it('holds all of a million rows as one range, and nothing where there are none', () => {
    const selection = new RowSelection();
    selection.all(400, 1_000_000);
    assert.deepEqual(selection.ranges, [{ first: 400, end: 1_000_000 }]);
    assert.equal(selection.count, 999_600);
    selection.all(7, 7);
    assert.equal(selection.count, 0);
    assert.equal(selection.has(7), false);
  });

  it('has no more ranges than may be copied, however rows are taken out', () => {
    const selection = new RowSelection();
    selection.all(0, 10_000);
    for (let row = 1; row < 6_000; row += 2) selection.toggle(row);
    assert.equal(selection.ranges.length, maxCopiedRanges);
    selection.begin(9_999_999);
    assert.equal(selection.has(9_999_999), false);
    // One at an end of a range makes no further one.
    selection.toggle(9_999);
    assert.equal(selection.has(9_999), false);
  });

  it('toggles like a set, its ranges in order and apart', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(20), { maxLength: 60 }), (toggled) => {
        const selection = new RowSelection();
        const expected = new Set<number>();
        for (const row of toggled) {
          selection.toggle(row);
          if (!expected.delete(row)) expected.add(row);
        }
        assert.deepEqual(
          rows(selection),
          [...expected].sort((a, b) => a - b),
        );
        for (const row of Array(21).keys()) assert.equal(selection.has(row), expected.has(row));
        const { ranges } = selection;
        ranges.forEach(({ first }, at) =>
          assert.ok(at === 0 || first > (ranges[at - 1]?.end ?? 0)),
        );
      }),
    );
  });
});
