import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { rowAtTime } from '../../../src/vscode/tail/rows/rowAtTime.ts';

const { signal } = new AbortController();

describe('the first row of a time', () => {
  const times = [50, undefined, 10, 20, 20, 30];
  const rows = {
    firstRow: 100,
    endRow: 106,
    record: (row: number) => {
      const timestampMs = times[row - 100];
      return timestampMs === undefined ? undefined : { timestampMs };
    },
  };

  it('is the first in the order of the rows, the end of the time not included', async () => {
    assert.equal(await rowAtTime(rows, 20, 50, signal), 103);
    assert.equal(await rowAtTime(rows, 30, 31, signal), 105);
    assert.equal(await rowAtTime(rows, 0, 100, signal), 100);
  });

  it('is none where nothing lies in it', async () => {
    assert.equal(await rowAtTime(rows, 31, 50, signal), undefined);
  });

  it('is not looked for any longer once nobody waits', async () => {
    await assert.rejects(rowAtTime(rows, 900, 901, AbortSignal.abort()), { name: 'AbortError' });
  });
});
