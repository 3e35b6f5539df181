import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { parseScratch } from '../../../src/core/scratch/parseScratch.ts';
import { producerSettings } from '../../../src/run/producer/producerSettings.ts';
import { RecordEncoder } from '../../../src/run/producer/recordEncoder.ts';
import { recordMakers } from '../../../src/run/producer/recordMakers.ts';
import { PropertyReader } from '../../../src/run/propertyReader.ts';
import type { RunContext } from '../../../src/run/runContext.ts';
import { RunScope } from '../../../src/run/runScope.ts';
import {
  producerBlockOf,
  producerFileOf,
  type BlockRecord,
} from '../../../src/vscode/tail/producerBlockOf.ts';

const encoder = new TextEncoder();
const bytes = (text: string): Uint8Array => encoder.encode(text);

/** The record that running the file would produce. */
async function produced(file: string): Promise<BlockRecord> {
  // An editor makes all line ends the same and shows the text as it is.
  const document = parseScratch(file.replace(/\r\n?/g, '\n'));
  const errors = document.diagnostics.filter(({ severity }) => severity === 'error');
  assert.deepEqual(errors, []);
  assert.equal(document.blocks.length, 1);
  const [block] = document.blocks;
  assert.ok(block);
  const overrides = new Map<string, string>();
  const scope = new RunScope({ document, overrides, environment: {}, now: () => 0 }).at(0);
  const reader = new PropertyReader(block);
  const settings = producerSettings(reader, scope);
  const context = { baseDir: undefined, signal: new AbortController().signal } as RunContext;
  const { makers, fromFile } = await recordMakers(reader, scope, context);
  assert.equal(makers.length, 1);
  const [maker] = makers;
  assert.ok(maker);
  const record = new RecordEncoder(reader, settings, fromFile).encode(maker, scope);
  const plain = (some: Uint8Array | null): Uint8Array | null => some && new Uint8Array(some);
  return {
    topic: settings.topic,
    partition: record.partition ?? -1,
    key: plain(record.key),
    value: plain(record.value),
    headers: (record.headers ?? []).map(([name, value]) => [name, plain(value)]),
  };
}

const record: BlockRecord = {
  topic: 'orders',
  partition: 2,
  key: bytes('u-1'),
  value: bytes('{"a":1}'),
  headers: [],
};

const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    'null',
    '""',
    '{{$uuid}}',
    '\\{{x}}',
    '###',
    '-- no',
    'a\n### b',
    ' x',
    'x ',
    '\t',
  ),
  fc.constantFrom('topic: other', 'key:', 'count: 5', 'a\r\nb', '\ufeffx', 'a\u2028b', '@seed = 1'),
  fc.constantFrom('\nvalue: null\n', 'PRODUCER', 'records: lines\n1\n2', 'a, b=c', 'a=b=c', '-'),
);
const content = fc.oneof(
  fc.constant(null),
  text.map(bytes),
  fc.uint8Array({ maxLength: 12 }).map((some) => new Uint8Array(some)),
);
const anyRecord: fc.Arbitrary<BlockRecord> = fc.record(
  {
    topic: fc.constantFrom('orders', 'a.b-c_d'),
    partition: fc.nat(20),
    key: content,
    value: content,
    headers: fc.array(fc.tuple(text, content), { maxLength: 3 }),
  },
  { noNullPrototype: true },
);

describe('the block that produces a record again', () => {
  it('carries every byte of key, value and headers, and the partition', async () => {
    await fc.assert(
      fc.asyncProperty(anyRecord, async (one) => {
        assert.deepEqual(
          await produced(producerFileOf('Local', [producerBlockOf(one, 'again')])),
          one,
        );
      }),
      { numRuns: 500 },
    );
  });

  it('shows text as text', () => {
    const headers = [['source', bytes('checkout')]] as const;
    assert.equal(
      producerFileOf('Local', [producerBlockOf({ ...record, headers }, 'orders[2]@7')]),
      '@cluster = Local\n\n-- orders[2]@7\nPRODUCER\ntopic: orders\nkey: u-1\nheader: source = checkout\n' +
        'partition: 2\n{"a":1}\n###\n',
    );
  });

  it('says what a tombstone and an empty value are', () => {
    assert.match(producerBlockOf({ ...record, value: null }, ''), /^value: null$/m);
    assert.match(producerBlockOf({ ...record, value: bytes('') }, ''), /^value: empty$/m);
  });

  it('names the file of a value that is too large for an editor', () => {
    assert.match(producerBlockOf(record, '', '/tmp/a b.bin'), /^value: file\(\/tmp\/a b\.bin\)$/m);
  });
});
