import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import fc from 'fast-check';
import { JsonReader, type JsonValue } from '../../../src/core/filter/jsonReader.ts';
import { findBatches } from '../../../src/core/record/batchSpan.ts';
import type { RecordBatch } from '../../../src/core/record/recordBatch.ts';
import { openBatch } from '../../../src/core/record/openBatch.ts';
import { BatchFilter } from '../../../src/kafka/read/batchFilter.ts';
import { contextOf } from '../record/batches.ts';
import { batchWith, bytesWith } from './filtering.ts';

/** As the reader sees it: whole numbers as bigint, objects as maps. */
function asRead(value: unknown): unknown {
  if (typeof value === 'number') return Number.isInteger(value) ? BigInt(value) : value;
  if (Array.isArray(value)) return value.map(asRead);
  if (typeof value === 'object' && value !== null) {
    return new Map(Object.entries(value).map(([name, member]) => [name, asRead(member)]));
  }
  return value;
}

/** Numbers in exponent notation are doubles, whatever their value. */
function alike(read: JsonValue | undefined, expected: unknown): void {
  const flat = (_name: string, value: unknown): unknown =>
    typeof value === 'bigint' ? Number(value) : value instanceof Map ? [...value] : value;
  assert.equal(JSON.stringify(read, flat), JSON.stringify(asRead(expected), flat));
}

describe('the JSON reader', () => {
  it('reads what JSON.parse reads', () => {
    fc.assert(
      fc.property(fc.json(), fc.boolean(), (text, spaced) => {
        const json = spaced ? JSON.stringify(JSON.parse(text), undefined, 2) : text;
        const bytes = Buffer.from(` ${json} `);
        alike(new JsonReader().read(bytes, 0, bytes.length), JSON.parse(json));
      }),
    );
  });

  it('reads members that are wanted as it reads all, and leaves the others out', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fc.string(), (object, other) => {
        const wanted = new Set([...Object.keys(object).filter((_name, at) => at % 2 === 0), other]);
        const bytes = Buffer.from(JSON.stringify(object));
        const part = new JsonReader(wanted).read(bytes, 0, bytes.length);
        const expected = Object.entries(object).filter(([name]) => wanted.has(name));
        alike(part, Object.fromEntries(expected));
      }),
    );
  });

  it('neither throws nor hangs on anything', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), fc.nat(), fc.nat(255), (text, at, byte) => {
        const bytes = Buffer.from(text);
        if (bytes.length > 0) bytes[at % bytes.length] = byte;
        new JsonReader().read(bytes, 0, bytes.length);
        new JsonReader(new Set(['a'])).read(bytes, 0, bytes.length);
      }),
    );
    const deep = Buffer.from('['.repeat(100_000));
    assert.equal(new JsonReader().read(deep, 0, deep.length), undefined);
  });
});

describe('a literal search', async () => {
  const needles = ['ab', 'Abc', '12', 'é'];
  /** Plain terms are looked at in place: no promise. */
  const select = (which: number, batch: RecordBatch, of = filters) => {
    const found = of[which]?.select(batch);
    assert.ok(found !== undefined && !(found instanceof Promise));
    return found;
  };
  const filters = await Promise.all(
    needles.map((text) => BatchFilter.open([{ kind: 'contains', part: 'value', text }])),
  );
  const negated = await Promise.all(
    needles.map((text) => BatchFilter.open([{ kind: 'contains', part: 'value', text, not: true }])),
  );
  const offsetsOf = (found: readonly RecordBatch[]) =>
    found.flatMap((part) =>
      Array.from({ length: part.count }, (_none, at) => Number(part.record(at).offset) - 100),
    );

  it('finds what looking at every record finds, and negated the others', () => {
    const value = fc.string({
      unit: fc.constantFrom('a', 'b', 'A', 'c', '1', '2', 'é'),
      maxLength: 6,
    });
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 30 }), fc.nat(3), (values, which) => {
        const batch = batchWith(values.map((text) => ({ value: text })));
        const offsets = offsetsOf(select(which, batch));
        const expected = [...values.keys()].filter((at) =>
          values[at]?.includes(needles[which] ?? ''),
        );
        assert.deepEqual(offsets, expected);
        const others = [...values.keys()].filter((at) => !expected.includes(at));
        assert.deepEqual(offsetsOf(select(which, batch, negated)), others);
      }),
    );
  });

  it('neither throws on damaged bytes nor shows a record of them', () => {
    const values = Array.from({ length: 20 }, (_none, index) => ({ value: `ab ${index} 12` }));
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 1, max: 255 }), (at, flip) => {
        const bytes = bytesWith(values);
        // The checksum covers what follows it.
        bytes[21 + (at % (bytes.length - 21))]! ^= flip;
        const [span] = findBatches(bytes);
        assert.ok(span);
        const batch = openBatch(contextOf(3), bytes, span, { lazy: true });
        const found = select(0, batch);
        assert.ok(found.every(({ corrupt, count }) => corrupt !== undefined && count === 0));
      }),
    );
  });

  after(() => filters.forEach((filter) => filter.close()));
});

describe('what an expression requires in the raw bytes', () => {
  const expressions = [
    'value.n == 1234567890123',
    'value.n == 404',
    'value.s == "needle/thread"',
    'value.s == "needle" || value.n == 404',
    'value.s.startsWith("nee") && value.n > 0',
    'value.s in ["needle", "other"]',
  ];
  const texts = [
    '{"n":1234567890123,"s":"needle/thread"}',
    '{"n":1.234567890123e12,"s":"needle\\/thread"}',
    '{"n":12.34567890123E+11,"s":"\\u006eeedle/thread"}',
    '{"n":4.04e2,"s":"\\u006eeedle"}',
    '{"n":40.4e1,"s":"needle"}',
    '{"n":404.0,"s":"other"}',
    '{"n":5,"s":"x"}',
  ];
  const open = (expression: string) => BatchFilter.open([{ kind: 'cel', expression }]);
  for (const expression of expressions) {
    it(`never hides a record for which ${expression} is true`, async () => {
      const filter = await open(expression);
      // The same without anything to search for: the whole is looked at.
      const whole = await open(`[value].exists(v, ${expression.replaceAll('value.', 'v.')})`);
      const batch = batchWith(texts.map((value) => ({ value })));
      const offsets = async (by: BatchFilter) =>
        (await by.select(batch)).flatMap((part) =>
          Array.from({ length: part.count }, (_none, at) => Number(part.record(at).offset) - 100),
        );
      const found = await offsets(filter);
      assert.deepEqual(found, await offsets(whole));
      assert.ok(found.length > 0);
      filter.close();
      whole.close();
    });
  }
});
