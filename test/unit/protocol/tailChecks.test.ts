import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { tailPlan, tailStart } from '../../../src/protocol/planChecks.ts';
import { maxCopiedRanges } from '../../../src/protocol/tailCopy.ts';
import { maxRowsPerCall, tailChecks } from '../../../src/protocol/tailChecks.ts';

describe('tailChecks', () => {
  it('lets what the page sends through, and nothing beside it', () => {
    assert.deepEqual(tailChecks.rows({ first: 5, count: 10, evil: true }), { first: 5, count: 10 });
    assert.deepEqual(tailChecks.details({ row: 0 }), { row: 0 });
    assert.deepEqual(tailChecks.follow({ rows: 30 }), { rows: 30 });
    assert.deepEqual(tailChecks.pause({ paused: true }), { paused: true });
    for (const body of [undefined, { anything: 1 }])
      assert.doesNotThrow(() => tailChecks.ready(body));
  });

  for (const body of [
    undefined,
    null,
    5,
    {},
    { first: -1, count: 1 },
    { first: 0.5, count: 1 },
    { first: '0', count: 1 },
    { first: 0, count: maxRowsPerCall + 1 },
    { first: 0, count: Infinity },
    { first: Number.MAX_SAFE_INTEGER + 1, count: 1 },
    Object.create({ first: 0, count: 1 }),
  ]) {
    it(`refuses rows ${JSON.stringify(body)}`, () => {
      assert.throws(() => tailChecks.rows(body), /"(first|count)"/);
    });
  }

  it('refuses another part of a record than key and value', () => {
    assert.throws(() => tailChecks.open({ row: 0, part: 'headers' }), /"part"/);
  });

  it('takes a copy of ranges in order, and refuses others', () => {
    const request = {
      ranges: [
        { first: 1, end: 3 },
        { first: 7, end: 8 },
      ],
      form: 'cells',
      columns: ['key', 'value'],
      time: 'utc',
    } as const;
    assert.deepEqual(tailChecks.copy({ ...request, evil: 1 }), request);
    for (const ranges of [
      'all',
      [{ first: 3, end: 3 }],
      [{ first: -1, end: 3 }],
      [
        { first: 3, end: 5 },
        { first: 4, end: 6 },
      ],
      Array.from({ length: maxCopiedRanges + 1 }, (_none, n) => ({ first: 2 * n, end: 2 * n + 1 })),
    ]) {
      assert.throws(() => tailChecks.copy({ ...request, ranges }), /"ranges"/);
    }
    assert.throws(() => tailChecks.copy({ ...request, form: 'xml' }), /"form"/);
    assert.throws(() => tailChecks.copy({ ...request, columns: ['x'.repeat(201)] }), /"columns"/);
  });

  it('knows the places that a read can start from', () => {
    assert.deepEqual(tailStart({ kind: 'now', x: 1 }), { kind: 'now' });
    assert.deepEqual(tailStart({ kind: 'beginning' }), { kind: 'beginning' });
    const offset = { kind: 'offset', partition: 2, offset: '9223372036854775807' } as const;
    assert.deepEqual(tailStart(offset), offset);
    for (const start of [
      { kind: 'last', count: 5 },
      { kind: 'time', timestampMs: 0 },
      { kind: 'ago', ms: 900_000 },
      { kind: 'group', group: 'billing' },
    ]) {
      assert.deepEqual(tailStart({ ...start, x: 1 }), start);
    }
  });

  it('knows whole plans, and refuses one with a part that is wrong', () => {
    const plan = {
      from: { kind: 'now' },
      to: { kind: 'count', count: 10 },
      partitions: [0, 3],
      isolation: 'committed',
      filter: { kind: 'regex', text: 'a+' },
    };
    assert.deepEqual(tailPlan({ ...plan, x: 1 }), plan);
    assert.deepEqual(tailPlan({ from: { kind: 'now' }, to: undefined }), { from: { kind: 'now' } });
    const not = { ...plan, filter: { kind: 'text', text: 'a', not: true } };
    assert.deepEqual(tailPlan(not), not);
    const plain = { ...plan, filter: { kind: 'text', text: 'a' } };
    assert.deepEqual(tailPlan({ ...plain, filter: { ...plain.filter, not: false } }), plain);
    for (const wrong of [
      { from: { kind: 'last', count: 0 } },
      { from: { kind: 'group' } },
      { from: { kind: 'group', group: 'x'.repeat(32_768) } },
      { to: { kind: 'count', count: 1.5 } },
      { partitions: [] },
      { partitions: ['0'] },
      { isolation: 'none' },
      { filter: { kind: 'text', text: 5 } },
      { filter: { kind: 'text', text: 'a', not: 'yes' } },
    ]) {
      assert.throws(() => tailPlan({ ...plan, ...wrong }), JSON.stringify(wrong));
    }
  });

  for (const offset of ['9223372036854775808', '-1', '1e3', '', ' 1', 5, '12345678901234567890']) {
    it(`refuses the offset ${JSON.stringify(offset)}`, () => {
      assert.throws(() => tailStart({ kind: 'offset', partition: 0, offset }), /"offset"/);
    });
  }

  it('refuses a partition that Kafka cannot have', () => {
    for (const partition of [-1, 2 ** 31, 0.5, '0', undefined]) {
      assert.throws(() => tailStart({ kind: 'offset', partition, offset: '0' }), /"partition"/);
    }
  });

  it('either throws or gives a typed body, for any body at all', () => {
    fc.assert(
      fc.property(fc.anything(), (body) => {
        for (const check of Object.values(tailChecks)) {
          try {
            check(body);
          } catch (error) {
            assert.ok(error instanceof Error);
          }
        }
      }),
    );
  });
});
