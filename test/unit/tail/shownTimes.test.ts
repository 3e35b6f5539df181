import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { RecordStore } from '../../../src/core/record/recordStore.ts';
import { ShownRows } from '../../../src/vscode/tail/rows/shownRows.ts';
import { shownTimes } from '../../../src/vscode/tail/rows/shownTimes.ts';
import { batchBytes, openAll, textRecords } from '../record/batches.ts';

const { signal } = new AbortController();
const startMs = 1_700_000_000_000;
const sum = (counts: readonly number[]): number => counts.reduce((all, count) => all + count, 0);

/** A store with a batch of records v0, v1, … for each time, in ms after the start. */
function world(times: readonly number[], each: number, budgetBytes = 2 ** 30) {
  const store = new RecordStore(budgetBytes);
  const nothing = () => undefined;
  const shown = new ShownRows(store, { changed: nothing, switched: nothing, reveal: nothing });
  for (const time of times) {
    const records = textRecords(each).map((one) => ({ ...one, timestampMs: startMs + time }));
    for (const batch of openAll(batchBytes(0n, records))) store.append(batch);
  }
  const filter = (text: string) => shown.show({ filter: { kind: 'text', text } }, undefined);
  return { store, shown, filter, times: () => shownTimes(shown, store, signal) };
}

describe('the times of what is shown', () => {
  it('are those of all that is loaded, without a filter', async () => {
    const { store, times } = world([0, 1, 5], 4);
    assert.deepEqual(await times(), store.times);
  });

  it('tell of each span how many records the filter shows', async () => {
    const { filter, times, shown } = world([0, 2, 2, 5], 4);
    await filter('v3');
    const { counts, matching } = await times();
    assert.deepEqual(counts, [4, 0, 8, 0, 0, 4]);
    assert.deepEqual(matching, [1, 0, 2, 0, 0, 1]);
    await shown.show({}, undefined);
    assert.equal((await times()).matching, undefined);
  });

  it('are none where nothing matches, and forget what had to leave', async () => {
    const { filter, times } = world([0, 1], 4);
    await filter('nowhere');
    assert.deepEqual((await times()).matching, [0, 0]);
    const small = world([0, 1, 2], 4, 1);
    await small.filter('v3');
    assert.deepEqual(await small.times(), { ...small.store.times, matching: [1] });
  });

  it('never tell of more records than there are, over any time', async () => {
    const gaps = fc.array(fc.integer({ min: 0, max: 3_000_000_000 }), {
      minLength: 1,
      maxLength: 30,
    });
    await fc.assert(
      fc.asyncProperty(gaps, async (each) => {
        const { filter, times, shown } = world(each, 3);
        await filter('v1');
        const { counts, matching = [] } = await times();
        assert.equal(matching.length, counts.length);
        assert.equal(sum(matching), each.length);
        matching.forEach((count, index) => assert.ok(count * 3 === counts[index]));
        shown.dispose();
      }),
      { numRuns: 50 },
    );
  });
});
