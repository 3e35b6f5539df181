import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { codecNames } from '../../../src/core/codec/codec.ts';
import { crc32c } from '../../../src/core/codec/crc32c.ts';
import { KafkaError } from '../../../src/core/kafkaError.ts';
import { BodyCache } from '../../../src/core/record/bodyCache.ts';
import { batchBytes, contextOf, openAll, textRecords } from './batches.ts';

const field = fc.option(fc.uint8Array({ maxLength: 60 }));
const anyRecord = fc.record({
  key: field,
  value: field,
  headers: fc.array(fc.tuple(fc.string({ maxLength: 8 }), field), { maxLength: 4 }),
  timestampMs: fc.integer({ min: 0, max: 4_000_000_000_000 }),
});
const anyBatch = fc.record({
  baseOffset: fc.bigInt({ min: 0n, max: 2n ** 62n }),
  records: fc.array(anyRecord, { minLength: 1, maxLength: 30 }),
  codec: fc.constantFrom(...codecNames),
});

/** Makes the checksum right again, as a producer that lies would. */
function resealed(bytes: Uint8Array): Uint8Array {
  new DataView(bytes.buffer, bytes.byteOffset).setUint32(17, crc32c(bytes, 21));
  return bytes;
}

/** Looks at everything a batch has; only a KafkaError may come out. */
function lookAtAll(bytes: Uint8Array): void {
  for (const batch of openAll(bytes)) {
    for (let index = 0; index < Math.min(batch.count, 100); index++) {
      try {
        const record = batch.record(index);
        record.key();
        record.value();
        record.headers();
        batch.indexOf(record.offset);
      } catch (error) {
        assert.ok(error instanceof KafkaError, String(error));
      }
    }
  }
}

describe('a record batch', () => {
  it('gives back any records in any codec', () => {
    fc.assert(
      fc.property(anyBatch, ({ baseOffset, records, codec }) => {
        const [batch] = openAll(batchBytes(baseOffset, records, codec));
        assert.ok(batch);
        assert.equal(batch.corrupt, undefined);
        assert.equal(batch.count, records.length);
        assert.equal(batch.lastOffset, baseOffset + BigInt(records.length) - 1n);
        for (const [index, { key, value, headers, timestampMs }] of records.entries()) {
          const record = batch.record(index);
          assert.equal(record.offset, baseOffset + BigInt(index));
          assert.equal(record.timestampMs, timestampMs);
          assert.deepEqual(
            record.key() && Buffer.from(record.key() ?? []),
            key && Buffer.from(key),
          );
          assert.deepEqual(
            record.value() && Buffer.from(record.value() ?? []),
            value && Buffer.from(value),
          );
          assert.equal(record.headerCount, headers.length);
          assert.deepEqual(
            record
              .headers()
              .map((header) => [
                Buffer.from(header.name).toString(),
                header.value && [...header.value],
              ]),
            headers.map(([name, bytes]) => [Buffer.from(name).toString(), bytes && [...bytes]]),
          );
        }
      }),
    );
  });

  it('shows nothing of a batch whose checksum does not hold', () => {
    fc.assert(
      fc.property(
        anyBatch,
        fc.nat(),
        fc.integer({ min: 1, max: 255 }),
        ({ baseOffset, records, codec }, at, mask) => {
          const bytes = batchBytes(baseOffset, records, codec);
          const covered = 21 + (at % (bytes.length - 21));
          bytes[covered]! ^= mask;
          const [batch] = openAll(bytes);
          assert.equal(batch?.corrupt?.reason, 'corruptBatch');
          assert.equal(batch.baseOffset, baseOffset);
          assert.equal(batch.count, 0);
        },
      ),
    );
  });

  it('never throws anything but a KafkaError for bytes that lie under a right checksum', () => {
    fc.assert(
      fc.property(
        anyBatch,
        fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 6 }),
        ({ baseOffset, records, codec }, writes) => {
          const bytes = batchBytes(baseOffset, records, codec);
          for (const [at, byte] of writes) bytes[21 + (at % (bytes.length - 21))] = byte;
          lookAtAll(resealed(bytes));
        },
      ),
      { numRuns: 500 },
    );
  });

  it('survives any bytes at all', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), lookAtAll), { numRuns: 500 });
  });

  it('takes a header that cannot be true for a corrupt batch of one offset', () => {
    const bytes = batchBytes(7n, textRecords(3));
    new DataView(bytes.buffer).setInt32(57, 1_000_000_000);
    const [batch] = openAll(resealed(bytes));
    assert.equal(batch?.corrupt?.reason, 'corruptBatch');
  });

  it('names a codec that nobody has assigned', () => {
    const bytes = batchBytes(7n, textRecords(3));
    bytes[22] = 6;
    const [batch] = openAll(resealed(bytes));
    assert.equal(batch?.corrupt?.reason, 'codecUnsupported');
    assert.equal(batch.lastOffset, 9n);
  });

  it('goes on behind a corrupt batch and leaves out one that is cut off', () => {
    const damaged = batchBytes(3n, textRecords(2));
    damaged[70]! ^= 1;
    const parts = [
      batchBytes(0n, textRecords(3)),
      damaged,
      batchBytes(5n, textRecords(2)),
      batchBytes(7n, textRecords(9)).subarray(0, 80),
    ];
    const batches = openAll(Buffer.concat(parts));
    assert.deepEqual(
      batches.map(({ baseOffset, lastOffset, corrupt }) => [
        baseOffset,
        lastOffset,
        corrupt?.reason,
      ]),
      [
        [0n, 2n, undefined],
        [3n, 4n, 'corruptBatch'],
        [5n, 6n, undefined],
      ],
    );
  });

  it('reads 130,000 tiny records in one batch', () => {
    const [batch] = openAll(batchBytes(0n, textRecords(130_000), 'lz4'));
    assert.equal(batch?.count, 130_000);
    assert.equal(Buffer.from(batch.record(129_999).value() ?? []).toString(), 'v129999');
    assert.equal(batch.indexOf(65_000n), 65_000);
  });

  it('refuses to expand a batch beyond the limit', () => {
    const bytes = batchBytes(0n, [{ key: null, value: new Uint8Array(17 * 1024 * 1024) }], 'zstd');
    const [batch] = openAll(bytes);
    assert.throws(
      () => batch?.record(0),
      (error) => error instanceof KafkaError && error.reason === 'corruptBatch',
    );
  });

  it('decompresses a batch once while it is being looked at, and forgets it for others', () => {
    const bodies = new BodyCache(2_000_000);
    const records = [{ key: null, value: new Uint8Array(900_000) }];
    const context = contextOf(0, bodies);
    const batches = [0n, 1n, 2n, 3n].flatMap((offset) =>
      openAll(batchBytes(offset, records, 'zstd'), context),
    );
    for (const batch of batches) {
      const first = batch.record(0).value();
      assert.equal(batch.record(0).value()?.buffer, first?.buffer);
      assert.ok(bodies.bytes <= 2_000_000);
    }
    assert.ok(bodies.bytes > 1_000_000);
  });
});
