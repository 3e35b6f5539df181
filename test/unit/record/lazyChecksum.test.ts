import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { codecNames } from '../../../src/core/codec/codec.ts';
import { KafkaError } from '../../../src/core/kafkaError.ts';
import { beforeTime } from '../../../src/core/record/beforeTime.ts';
import { findBatches } from '../../../src/core/record/batchSpan.ts';
import { openBatch } from '../../../src/core/record/openBatch.ts';
import { batchBytes, contextOf, textRecords } from './batches.ts';

describe('a batch whose checksum was put off', () => {
  it('never shows a record once a bit is wrong, in any codec', () => {
    const codec = fc.constantFrom(...codecNames);
    fc.assert(
      fc.property(codec, fc.nat(), fc.integer({ min: 1, max: 255 }), (name, at, flip) => {
        const bytes = batchBytes(0n, textRecords(9), name);
        // The checksum covers what follows it.
        bytes[21 + (at % (bytes.length - 21))]! ^= flip;
        const [span] = findBatches(bytes);
        assert.ok(span);
        const batch = openBatch(contextOf(), bytes, span, { lazy: true });
        const shows = [
          () => batch.record(0),
          () => batch.slice(1, 3).record(0),
          () => beforeTime(batch, 1_800_000_000_000).record(0),
          () => beforeTime(batch, 0).record(0),
        ];
        for (const show of shows) {
          assert.throws(
            show,
            (error) => error instanceof KafkaError || error instanceof RangeError,
          );
        }
        assert.equal(batch.verify(), false);
      }),
    );
  });

  it('is verified before records are chosen by their times', () => {
    const records = textRecords(3).map((record, at) => ({
      ...record,
      timestampMs: [1, 9, 2][at]!,
    }));
    const bytes = batchBytes(0n, records);
    const open = () => openBatch(contextOf(), bytes, findBatches(bytes)[0]!, { lazy: true });
    assert.deepEqual(
      [beforeTime(open(), 5).count, beforeTime(open(), 9).record(1).offset],
      [2, 2n],
    );
    bytes[bytes.length - 2]! ^= 1;
    assert.throws(() => beforeTime(open(), 5), { reason: 'corruptBatch' });
  });

  it('shows every record once it holds, and may be counted before', () => {
    const bytes = batchBytes(5n, textRecords(4));
    const batch = openBatch(contextOf(), bytes, findBatches(bytes)[0]!, { lazy: true });
    assert.equal(batch.scan().count, 4);
    assert.equal(batch.record(3).offset, 8n);
    assert.equal(batch.verify(), true);
  });
});
