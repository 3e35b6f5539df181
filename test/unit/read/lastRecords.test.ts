import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { findBatches } from '../../../src/core/record/batchSpan.ts';
import { openBatch } from '../../../src/core/record/openBatch.ts';
import { LastRecords } from '../../../src/kafka/read/lastRecords.ts';
import { batchBytes, contextOf } from '../record/batches.ts';

/** A batch per run of at most three records, with those times. */
function batchesOf(partition: number, times: readonly number[], first: number) {
  const batches = [];
  for (let at = 0; at < times.length; at += 3) {
    const records = times
      .slice(at, at + 3)
      .map((timestampMs) => ({ key: null, value: null, timestampMs }));
    const bytes = batchBytes(BigInt(first + at), records);
    batches.push(openBatch(contextOf(partition), bytes, findBatches(bytes)[0]!));
  }
  return batches;
}

/** The same by looking at everything: always the youngest of the partitions' last ones. */
function plainly(partitions: readonly (readonly number[])[], count: number): string[] {
  const left = partitions.map((times) => times.length);
  const chosen: string[] = [];
  while (chosen.length < count) {
    let best = -1;
    for (const [partition, times] of partitions.entries()) {
      const time = times[(left[partition] ?? 0) - 1];
      const other = partitions[best]?.[(left[best] ?? 0) - 1] ?? -Infinity;
      if (time !== undefined && (best < 0 || time > other)) best = partition;
    }
    if (best < 0) break;
    left[best]! -= 1;
    chosen.unshift(`${best}:${left[best] ?? 0}`);
  }
  return chosen;
}

describe('the last records', () => {
  it('are those that looking at everything finds, however little is read at a time', () => {
    const times = fc.array(fc.integer({ min: 1, max: 50 }), { maxLength: 25 });
    const partitions = fc.array(times, { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(partitions, fc.nat(40), fc.integer({ min: 1, max: 7 }), (all, count, step) => {
        const last = new LastRecords(count);
        const give = (partition: number, end: number) => {
          const own = all[partition] ?? [];
          const start = Math.max(end - step, 0);
          last.add(partition, batchesOf(partition, own.slice(start, end), start), {
            start: BigInt(start),
            beginning: 0n,
          });
        };
        for (const [partition, own] of all.entries()) give(partition, own.length);
        for (;;) {
          const { partitions: dry } = last.choose();
          if (dry.size === 0) break;
          for (const [partition, start] of dry) give(partition, Number(start));
        }
        const found = [...last.batches()].flatMap((batch) =>
          Array.from(
            { length: batch.count },
            (_none, index) => `${batch.partition}:${batch.record(index).offset}`,
          ),
        );
        assert.deepEqual(found, plainly(all, count));
        // What a partition holds from there on is what was chosen of it.
        for (const [partition, own] of all.entries()) {
          const chosen = found.filter((place) => place.startsWith(`${partition}:`)).length;
          const start = last.starts().get(partition);
          assert.equal(start, chosen === 0 ? undefined : BigInt(own.length - chosen));
        }
      }),
    );
  });
});
