import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { RecordView } from '../../../src/core/record/recordView.ts';
import type { PlainFilter } from '../../../src/protocol/tailPlan.ts';
import { findRow } from '../../../src/vscode/tail/findRow.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Rows 10 to 14; row 12 could not be read. */
const records = [
  { key: 'a', value: 'one' },
  { key: 'b', value: 'two a' },
  undefined,
  { key: null, value: null },
  { key: 'a', value: 'x', headers: [['source', 'checkout']] },
] as const;

const rows = {
  firstRow: 10,
  endRow: 15,
  record: (row: number): RecordView | undefined => {
    const record = records[row - 10];
    if (record === undefined) return undefined;
    const headers = ('headers' in record ? record.headers : []).map(([name, value]) => ({
      name: bytes(name),
      value: bytes(value),
    }));
    return {
      key: () => (record.key === null ? null : bytes(record.key)),
      value: () => (record.value === null ? null : bytes(record.value)),
      headers: () => headers,
      headerCount: headers.length,
    } as unknown as RecordView;
  },
};

function find(filter: PlainFilter, row: number, backwards = false): Promise<number | undefined> {
  return findRow(rows, filter, { row, backwards }, new AbortController().signal);
}

describe('looking for a record among the loaded ones', () => {
  it('looks into key, value and headers for text, itself included', async () => {
    assert.equal(await find({ kind: 'text', text: 'a' }, 10), 10);
    assert.equal(await find({ kind: 'text', text: 'a' }, 11), 11);
    assert.equal(await find({ kind: 'text', text: 'check' }, 11), 14);
    assert.equal(await find({ kind: 'text', text: 'none' }, 10), undefined);
  });

  it('goes back', async () => {
    assert.equal(await find({ kind: 'text', text: 'a' }, 13, true), 11);
    assert.equal(await find({ kind: 'text', text: 'x' }, 13, true), undefined);
  });

  it('compares the whole key, and the whole value of a header that is named', async () => {
    assert.equal(await find({ kind: 'key', text: 'a' }, 11), 14);
    assert.equal(await find({ kind: 'header', text: 'source = checkout' }, 10), 14);
    assert.equal(await find({ kind: 'header', text: 'source=check' }, 10), undefined);
    assert.equal(await find({ kind: 'header', text: 'check' }, 10), 14);
  });

  it('finds nothing where nothing is looked for', async () => {
    assert.equal(await find({ kind: 'text', text: '' }, 10), undefined);
  });
});
