import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { BatchBuilder, batchOverheadBytes } from '../../../src/core/batch/batchBuilder.ts';
import { codecNames } from '../../../src/core/codec/codec.ts';
import type { RecordBatch } from '../../../src/core/record/recordBatch.ts';
import { compressBatch } from '../../../src/kafka/produce/compressBatch.ts';
import { openAll } from '../record/batches.ts';

const field = fc.option(fc.uint8Array({ maxLength: 300 }));
const record = fc.record({
  key: field,
  value: field,
  headers: fc.array(fc.tuple(fc.string({ maxLength: 20 }), field), { maxLength: 5 }),
  timestampMs: fc.integer({ min: -1, max: 253_402_300_799_999 }),
});
type Sample = typeof record extends fc.Arbitrary<infer T> ? T : never;

function build(records: readonly Sample[], memory?: Uint8Array<ArrayBuffer>): BatchBuilder {
  const builder = new BatchBuilder({ memory });
  for (const one of records) builder.append(one, one.timestampMs);
  return builder;
}

function bytesOf(bytes: Uint8Array | null): number[] | null {
  return bytes && [...bytes];
}

function assertHolds(batch: RecordBatch | undefined, records: readonly Sample[]): void {
  assert.ok(batch && batch.corrupt === undefined);
  assert.equal(batch.count, records.length);
  records.forEach((expected, place) => {
    const found = batch.record(place);
    assert.equal(found.offset, BigInt(place));
    assert.equal(found.timestampMs, expected.timestampMs);
    assert.deepEqual(bytesOf(found.key()), bytesOf(expected.key));
    assert.deepEqual(bytesOf(found.value()), bytesOf(expected.value));
    assert.deepEqual(
      found.headers().map(({ name, value }) => [Buffer.from(name).toString(), bytesOf(value)]),
      expected.headers.map(([name, value]) => [Buffer.from(name).toString(), bytesOf(value)]),
    );
  });
}

describe('a record batch that we write', () => {
  it('is read back whole: nulls, empties, header order and repeated names, any timestamp', () => {
    fc.assert(
      fc.property(fc.array(record, { minLength: 1, maxLength: 70 }), (records) => {
        assertHolds(openAll(build(records).build())[0], records);
      }),
    );
  });
  it('is the same in memory that held another one, of any size', () => {
    fc.assert(
      fc.property(
        fc.array(record, { maxLength: 20 }),
        fc.integer({ max: 4000 }),
        (records, size) => {
          const used = new Uint8Array(Math.max(size, batchOverheadBytes)).fill(0xff);
          assert.deepEqual(build(records, used).build(), build(records).build());
        },
      ),
    );
  });
  for (const codec of codecNames) {
    it(`is read back from ${codec}`, async () => {
      const records = fc.sample(record, { numRuns: 200, seed: 7 });
      const bytes = await compressBatch(build(records), codec);
      const [batch] = openAll(bytes);
      assert.equal(batch?.codec, codec);
      assertHolds(batch, records);
    });
  }
  it('tells its size before it is finished', () => {
    const builder = build(fc.sample(record, { numRuns: 50, seed: 3 }));
    assert.equal(builder.sizeBytes, builder.build().length);
  });
});
