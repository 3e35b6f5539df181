import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { cellOf } from '../../../src/core/serde/cell.ts';
import { contentOf } from '../../../src/core/serde/content.ts';
import type { Decoder } from '../../../src/core/serde/decoder.ts';
import { DecoderRegistry } from '../../../src/core/serde/decoderRegistry.ts';
import { builtinDecoders } from '../../../src/core/serde/decoders/builtinDecoders.ts';

const registry = new DecoderRegistry(builtinDecoders);
const limits = { part: 'value', maxBytes: 1 << 20, maxChars: 1 << 20 } as const;

function decoder(name: string): Decoder {
  const found = registry.get(name);
  assert.ok(found, name);
  return found;
}

/** The text of bytes, or the kind of problem. */
function read(name: string, bytes: Uint8Array | readonly number[]): string {
  const found = decoder(name).decode(Uint8Array.from(bytes), limits);
  return found.ok ? found.text : found.problem.kind;
}

const bytesOf = (text: string) => new TextEncoder().encode(text);
const hex = (text: string) => Uint8Array.from(Buffer.from(text.replaceAll(' ', ''), 'hex'));

describe('the decoders', () => {
  it('are total and bounded: any bytes give a text or a reason', () => {
    const some = { part: 'key', maxBytes: 100, maxChars: 40 } as const;
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 1, maxLength: 400 }),
        fc.constantFrom(...registry.names),
        (bytes, name) => {
          const found = decoder(name).decode(bytes, some);
          assert.equal(typeof (found.ok ? found.text : found.problem.kind), 'string');
        },
      ),
      { numRuns: 5_000 },
    );
  });

  it('read the numbers of Kafka’s serializers, and the same little-endian', () => {
    fc.assert(
      fc.property(fc.bigInt(-(2n ** 63n), 2n ** 63n - 1n), (value) => {
        const view = new DataView(new ArrayBuffer(8));
        view.setBigInt64(0, value);
        const bytes = new Uint8Array(view.buffer);
        assert.equal(read('int64', bytes), String(value));
        assert.equal(read('int64le', bytes.toReversed()), String(value));
      }),
    );
    assert.equal(read('int8', [0xff]), '-1');
    assert.equal(read('int16', [1, 0]), '256');
    assert.equal(read('int32', [0xff, 0xff, 0xff, 0xfe]), '-2');
    assert.equal(read('double', hex('400921fb54442d18')), '3.141592653589793');
    assert.equal(read('double', hex('8000000000000000')), '-0');
    assert.equal(read('float', hex('7fc00000')), 'NaN');
  });

  it('write a float as the shortest text that is it', () => {
    assert.equal(read('float', hex('3dcccccd')), '0.1');
    fc.assert(
      fc.property(fc.float({ noNaN: true }), (value) => {
        const view = new DataView(new ArrayBuffer(4));
        view.setFloat32(0, value);
        const text = read('float', new Uint8Array(view.buffer));
        assert.ok(Object.is(Math.fround(Number(text)), value), `${text} is not ${String(value)}`);
      }),
    );
  });

  it('say which size a number needs', () => {
    assert.deepEqual(decoder('int64').decode(Uint8Array.of(1, 2), limits), {
      ok: false,
      problem: { kind: 'size', wanted: '8', actual: 2 },
    });
  });

  it('read a UUID from its bytes and from its text', () => {
    const text = '123e4567-e89b-12d3-a456-426614174000';
    assert.equal(read('uuid', hex(text.replaceAll('-', ''))), text);
    assert.equal(read('uuid', bytesOf(text)), text);
    assert.equal(read('uuid', bytesOf('123e4567-e89b-12d3-a456-42661417400g')), 'uuid');
    assert.equal(read('uuid', [1]), 'uuid');
  });

  it('take any JSON value for JSON, and say where a text is none', () => {
    assert.equal(
      read('json', bytesOf('{"a":1,"a":9007199254740993}')),
      '{"a":1,"a":9007199254740993}',
    );
    assert.equal(read('json', bytesOf(' "x" ')), ' "x" ');
    const failed = decoder('json').decode(bytesOf('{"a":1,}'), limits);
    assert.ok(!failed.ok && failed.problem.kind === 'syntax');
    assert.match(failed.problem.message, /position 7/);
    assert.equal(read('json', [0xff]), 'utf8');
  });

  it('show text with its control characters where text was asked for', () => {
    assert.equal(read('text', [0x61, 0, 0x62]), 'a\0b');
    assert.equal(read('text', [0xc3]), 'utf8');
  });

  it('show any bytes as hex and as base64', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1 }), (bytes) => {
        assert.equal(read('hex', bytes), Buffer.from(bytes).toString('hex'));
        assert.equal(read('base64', bytes), Buffer.from(bytes).toString('base64'));
      }),
    );
  });
});

describe('a cell and a content that are decoded by choice', () => {
  const explain = (name: string, problem: { kind: string }) => `${name}: ${problem.kind}`;
  const by = (name: string) =>
    ({ decoding: { decoder: decoder(name), part: 'value', explain } }) as const;

  it('show null, tombstone and empty as what they are', () => {
    assert.equal(cellOf(null, by('int64')).kind, 'null');
    assert.equal(cellOf(null, { ...by('int64'), tombstone: true }).kind, 'tombstone');
    assert.equal(cellOf(new Uint8Array(), by('int64')).kind, 'empty');
    assert.equal(contentOf(new Uint8Array(), by('cbor')).kind, 'empty');
  });

  it('show what failed as what it looks like, and say why', () => {
    assert.deepEqual(cellOf(bytesOf('abc'), by('int64')), {
      kind: 'text',
      text: 'abc',
      truncated: false,
      sizeBytes: 3,
      problem: 'int64: size',
    });
    const content = contentOf(Uint8Array.of(0, 1), by('msgpack'));
    assert.equal(content.kind, 'binary');
    assert.equal(content.problem, 'msgpack: trailing');
    assert.equal(content.decoder, undefined);
  });

  it('cost a cell little, however large the value is', () => {
    const huge = new Uint8Array(20_000_000).fill(0x81);
    for (const name of registry.names) {
      const started = performance.now();
      for (let round = 0; round < 20; round++) cellOf(huge, by(name));
      const took = performance.now() - started;
      assert.ok(cellOf(huge, by(name)).text.length <= 512);
      assert.ok(took < 400, `${name}: ${took.toFixed(0)} ms`);
    }
  });

  it('lay XML out in the details and keep it on its line in the grid', () => {
    const bytes = bytesOf('<a><b>1</b></a>');
    assert.equal(cellOf(bytes, by('xml')).text, '<a><b>1</b></a>');
    assert.equal(contentOf(bytes, by('xml')).text, '<a>\n  <b>1</b>\n</a>');
  });

  it('give hex as bytes to dump', () => {
    const content = contentOf(bytesOf('abc'), by('hex'));
    assert.deepEqual([content.kind, content.text, content.decoder], ['binary', 'YWJj', 'hex']);
  });
});
