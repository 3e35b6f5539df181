import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { RecordBatch } from '../../../src/core/record/recordBatch.ts';
import { contextOf, openAll } from './batches.ts';
import { javaBatches, type JavaBatch } from './javaBatches.ts';

const timestampTypes = {
  CreateTime: 'create',
  LogAppendTime: 'logAppend',
  NoTimestampType: 'none',
};

const base64 = (bytes: Uint8Array | null) =>
  bytes === null ? null : Buffer.from(bytes).toString('base64');

/** Everything that a batch's records hold, in the fixtures' form. */
function recordsOf(batch: RecordBatch): JavaBatch['records'] {
  return Array.from({ length: batch.count }, (_none, index) => {
    const record = batch.record(index);
    return {
      offset: String(record.offset),
      timestamp: String(record.timestamp),
      key: base64(record.key()),
      value: base64(record.value()),
      headers: record
        .headers()
        .map(({ name, value }) => [base64(name) ?? '', base64(value)] as const),
    };
  });
}

describe('batches that Java wrote', () => {
  for (const fixture of javaBatches()) {
    const bytes = Buffer.from(fixture.bytes, 'base64');
    const opened = () => openAll(bytes, contextOf());

    it(`reads ${fixture.name} as Java does`, () => {
      const batches = opened();
      assert.deepEqual(
        batches.map(({ corrupt }) => corrupt),
        batches.map(() => undefined),
      );
      const shown = fixture.control ? [] : fixture.records;
      assert.deepEqual(batches.flatMap(recordsOf), shown);
      const [first] = batches;
      assert.ok(first);
      assert.equal(first.magic, fixture.magic);
      assert.equal(first.codec, fixture.codec);
      assert.equal(first.timestampType, timestampTypes[fixture.timestampType]);
      assert.equal(String(first.producerId ?? -1n), fixture.producerId);
      assert.equal(first.transactional, fixture.transactional);
      assert.equal(first.control, fixture.control);
      assert.equal(String(batches.at(-1)?.lastOffset), fixture.records.at(-1)?.offset);
    });

    it(`finds each offset of ${fixture.name} and the place of those between`, () => {
      if (fixture.control) return;
      for (const batch of opened()) {
        for (let index = 0; index < batch.count; index++) {
          const { offset } = batch.record(index);
          assert.equal(batch.indexOf(offset), index);
          assert.equal(batch.indexOf(offset + 1n), index + 1);
          const rest = batch.slice(index, batch.count);
          assert.equal(rest.count === 0 ? undefined : rest.record(0).offset, offset);
        }
      }
    });

    it(`gives nothing of ${fixture.name} once a byte of it is wrong`, () => {
      // The checksum does not cover where a batch lies: offset, length, leader epoch, format.
      const contentOf = ({ key, value, headers }: JavaBatch['records'][number]) =>
        JSON.stringify([key, value, headers]);
      const good = new Set(fixture.records.map(contentOf));
      for (let at = 0; at < bytes.length; at += 1 + (at >> 6)) {
        const damaged = Uint8Array.from(bytes);
        damaged[at]! ^= 1 << (at % 8);
        const shown = openAll(damaged, contextOf()).flatMap(recordsOf);
        assert.ok(
          shown.every((record) => good.has(contentOf(record))),
          `byte ${at}`,
        );
      }
    });

    it(`leaves out ${fixture.name} where it is cut off`, () => {
      for (let length = 0; length < bytes.length; length += 1 + (length >> 5)) {
        const whole = openAll(bytes.subarray(0, length), contextOf());
        assert.ok(whole.length < opened().length, `${length} bytes`);
        assert.ok(whole.every(({ corrupt }) => corrupt === undefined));
      }
    });
  }
});
