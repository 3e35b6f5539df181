import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { RecordStore } from '../../../src/core/record/recordStore.ts';
import { RowMatches } from '../../../src/vscode/tail/rows/rowMatches.ts';
import { batchOf } from '../record/batches.ts';

describe('the rows that match', () => {
  it('are found also in a batch that arrives as a look is about to end', async () => {
    const store = new RecordStore(2 ** 20);
    store.append(batchOf(0n, 10));
    let late = true;
    const matches = new RowMatches(store, [{ kind: 'contains', part: 'any', text: 'v3' }], {
      changed: () => {
        if (!late) return;
        late = false;
        // After the last glance at the store, before the look has ended for those who wait for it.
        queueMicrotask(() => {
          store.append(batchOf(10n, 10));
          void matches.look();
        });
      },
      unreadable: true,
    });
    await matches.look();
    assert.ok(matches.complete);
    assert.deepEqual([matches.rows.at(0), matches.rows.at(1)], [3, 13]);
  });
});
