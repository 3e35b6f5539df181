import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { KafkaError } from '../../../src/core/kafkaError.ts';
import { Reader } from '../../../src/kafka/wire/reader.ts';
import { Writer } from '../../../src/kafka/wire/writer.ts';

const text = fc.option(fc.string({ unit: 'binary', maxLength: 400 }));
const record = fc.record({
  short: fc.integer({ min: -32_768, max: 32_767 }),
  int: fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }),
  long: fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
  yes: fc.boolean(),
  varint: fc.nat({ max: 2 ** 31 - 1 }),
  text,
  bytes: fc.option(fc.uint8Array({ maxLength: 400 })),
  list: fc.option(fc.array(fc.string(), { maxLength: 200 })),
});

describe('the wire types', () => {
  for (const flexible of [false, true]) {
    const form = flexible ? 'compact' : 'classic';
    it(`read back what was written, in the ${form} form`, () => {
      fc.assert(
        fc.property(record, (value) => {
          const writer = new Writer(flexible, 1);
          writer.int16(value.short);
          writer.int32(value.int);
          writer.int64(value.long);
          writer.boolean(value.yes);
          writer.unsignedVarint(value.varint);
          writer.nullableString(value.text);
          writer.nullableBytes(value.bytes);
          writer.array(value.list, (item) => {
            writer.string(item);
            writer.tags();
          });
          writer.tags();
          const reader = new Reader(writer.bytes(), flexible);
          assert.equal(reader.int16(), value.short);
          assert.equal(reader.int32(), value.int);
          assert.equal(reader.int64(), value.long);
          assert.equal(reader.boolean(), value.yes);
          assert.equal(reader.unsignedVarint(), value.varint);
          // Lone surrogates have no UTF-8 form: they become U+FFFD, as everywhere.
          assert.equal(
            reader.nullableString(),
            value.text === null ? null : Buffer.from(value.text).toString(),
          );
          const bytes = reader.nullableBytes();
          assert.deepEqual(bytes && [...bytes], value.bytes && [...value.bytes]);
          const list = reader.nullableArray(() => {
            const item = reader.string();
            reader.tags();
            return item;
          });
          assert.deepEqual(list, value.list);
          reader.tags();
          assert.equal(reader.remaining, 0);
        }),
      );
    });
  }

  it('skip tagged fields that they do not know', () => {
    const writer = new Writer(true);
    writer.unsignedVarint(2);
    writer.unsignedVarint(300);
    writer.unsignedVarint(3);
    writer.raw(Buffer.from([1, 2, 3]));
    writer.unsignedVarint(301);
    writer.unsignedVarint(0);
    writer.int8(7);
    const reader = new Reader(writer.bytes(), true);
    const seen: number[] = [];
    reader.tags((tag, field) => seen.push(tag, field.remaining));
    assert.deepEqual(seen, [300, 3, 301, 0]);
    assert.equal(reader.int8(), 7);
  });

  it('give byte fields as views, not copies', () => {
    const bytes = Buffer.from([0, 0, 0, 2, 8, 9]);
    const field = new Reader(bytes).nullableBytes();
    bytes[4] = 42;
    assert.equal(field?.[0], 42);
  });

  it('tell any bytes from a response that is cut short, without a crash', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), fc.boolean(), (bytes, flexible) => {
        const reader = new Reader(Buffer.from(bytes), flexible);
        try {
          reader.array(() => [reader.nullableString(), reader.nullableBytes(), reader.int64()]);
          reader.tags();
        } catch (error) {
          assert.ok(error instanceof KafkaError);
          assert.equal(error.reason, 'notKafka');
        }
      }),
    );
  });
});
