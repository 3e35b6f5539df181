import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { RecordStore } from '../../../src/core/record/recordStore.ts';
import { PickedBatch, copyRecords } from '../../../src/core/record/pickedBatch.ts';
import type { RecordBatch } from '../../../src/core/record/recordBatch.ts';
import { RecordCursor } from '../../../src/core/record/recordCursor.ts';
import type { RecordScan } from '../../../src/core/record/recordScan.ts';
import { batchBytes, batchOf, openAll, textRecords } from './batches.ts';
import { javaBatches } from './javaBatches.ts';

const offsetAt = (store: RecordStore, row: number) => {
  const found = store.row(row);
  return found?.kind === 'record' ? found.record.offset : undefined;
};

/** Where each record begins and ends. */
function rangesOf({ bytes, count }: RecordScan): number[] {
  const cursor = new RecordCursor(bytes);
  return Array.from({ length: count }, () => {
    const start = cursor.at;
    cursor.skip();
    return [start, cursor.at];
  }).flat();
}

/** Several messages that Java wrote together before Kafka 0.11. */
function legacyWrapper(): RecordBatch {
  const found = javaBatches()
    .filter(({ magic }) => magic === 1)
    .flatMap(({ bytes }) => openAll(Buffer.from(bytes, 'base64')))
    .find(({ count }) => count > 1);
  assert.ok(found !== undefined);
  return found;
}

describe('the record store', () => {
  it('finds a record in its own topic only', () => {
    const store = new RecordStore(1_000_000);
    store.append(batchOf(10n, 3, { partition: 0 }));
    assert.equal(store.find('t', 0, 11n), 1);
    assert.equal(store.find('other', 0, 11n), undefined);
  });

  it('numbers records in arrival order and finds them again', () => {
    const store = new RecordStore(1_000_000);
    store.append(batchOf(10n, 3, { partition: 0 }));
    store.append(batchOf(90n, 2, { partition: 1 }));
    store.append(batchOf(13n, 2, { partition: 0 }));
    assert.equal(store.endRow, 7);
    assert.deepEqual(
      [0, 2, 3, 4, 5, 6, 7].map((row) => offsetAt(store, row)),
      [10n, 12n, 90n, 91n, 13n, 14n, undefined],
    );
    assert.equal(store.find('t', 0, 14n), 6);
    assert.equal(store.find('t', 1, 91n), 4);
    assert.equal(store.find('t', 1, 92n), undefined);
    assert.equal(store.find('t', 0, 9n), undefined);
    assert.equal(store.find('t', 2, 0n), undefined);
  });

  it('gives a corrupt batch one row that says what is wrong', () => {
    const bytes = batchBytes(5n, textRecords(4));
    bytes[80]! ^= 1;
    const store = new RecordStore(1_000_000);
    for (const batch of openAll(Buffer.concat([bytes, batchBytes(9n, textRecords(1))])))
      store.append(batch);
    const row = store.row(0);
    assert.equal(row?.kind, 'error');
    assert.deepEqual([row.batch.baseOffset, row.batch.lastOffset], [5n, 8n]);
    assert.equal(store.find('t', 0, 7n), 0);
    assert.equal(offsetAt(store, 1), 9n);
  });

  it('holds a batch that was cut into parts as it holds it whole, and finds each record', () => {
    const compressed = batchOf(10n, 100, { codec: 'lz4' });
    const scan = compressed.scan();
    const picked = new PickedBatch(compressed, scan, copyRecords(scan.bytes, rangesOf(scan)));
    for (const batch of [batchOf(10n, 100), compressed, picked, legacyWrapper()]) {
      const store = new RecordStore(1_000_000);
      let partBytes = 0;
      for (let index = 0; index < batch.count; index++) {
        const part = batch.slice(index, index + 1);
        partBytes += part.sizeBytes;
        store.append(part);
      }
      const rounding = batch.count;
      assert.ok(partBytes >= batch.sizeBytes && partBytes <= batch.sizeBytes + rounding);
      for (let index = 0; index < batch.count; index++) {
        const { offset } = batch.record(index);
        assert.equal(offsetAt(store, index), offset);
        assert.equal(store.find('t', 0, offset), index);
      }
      assert.equal(store.find('t', 0, batch.lastOffset + 1n), undefined);
    }
  });

  it('counts over time what it holds, and nothing that has left', () => {
    const store = new RecordStore(2_000);
    const sum = () => store.times.counts.reduce((all, count) => all + count, 0);
    for (let round = 0n; round < 50n; round++) {
      store.append(batchOf(round * 2n, 2));
      assert.equal(sum(), store.endRow - store.firstRow);
    }
    assert.ok(store.firstRow > 0);
    store.clear();
    assert.equal(sum(), 0);
  });

  it('drops the oldest batches beyond its budget and never uses a row number twice', () => {
    const store = new RecordStore(5_000);
    for (let round = 0n; round < 5_000n; round++)
      store.append(batchOf(round * 2n, 2, { partition: Number(round % 3n) }));
    assert.ok(store.storedBytes <= 5_000);
    assert.equal(store.endRow, 10_000);
    assert.ok(store.firstRow > 9_900);
    assert.equal(store.row(store.firstRow - 1), undefined);
    assert.equal(offsetAt(store, store.firstRow), BigInt(store.firstRow));
    assert.equal(store.find('t', 0, 0n), undefined);
    assert.equal(store.find('t', 2, 9_999n), undefined);
    assert.equal(store.find('t', 1, 9_999n), 9_999);
    store.clear();
    assert.deepEqual([store.firstRow, store.endRow, store.storedBytes], [10_000, 10_000, 0]);
    store.append(batchOf(0n, 1));
    assert.equal(offsetAt(store, 10_000), 0n);
  });

  it('keeps a batch that alone is larger than the budget', () => {
    const store = new RecordStore(100);
    store.append(batchOf(0n, 10));
    store.append(batchOf(10n, 10));
    assert.deepEqual([store.firstRow, store.endRow], [10, 20]);
  });

  it('holds the same rows as a plain list, whatever comes', () => {
    const anyStep = fc.record({
      partition: fc.nat(2),
      count: fc.integer({ min: 1, max: 6 }),
      gap: fc.nat(3),
    });
    fc.assert(
      fc.property(
        fc.array(anyStep, { maxLength: 60 }),
        fc.integer({ min: 700, max: 20_000 }),
        (steps, budget) => {
          const store = new RecordStore(budget);
          const rows: { partition: number; offset: bigint }[] = [];
          const next = [0n, 0n, 0n];
          for (const { partition, count, gap } of steps) {
            const base = next[partition]! + BigInt(gap);
            store.append(batchOf(base, count, { partition }));
            for (let index = 0n; index < count; index++)
              rows.push({ partition, offset: base + index });
            next[partition] = base + BigInt(count);
          }
          assert.equal(store.endRow, rows.length);
          for (const [row, { partition, offset }] of rows.entries()) {
            const there = row >= store.firstRow;
            assert.equal(offsetAt(store, row), there ? offset : undefined);
            assert.equal(store.find('t', partition, offset), there ? row : undefined);
          }
        },
      ),
    );
  });
});
