import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { DataFormat } from '../../../src/core/scratch/values/dataFormat.ts';
import { decodeData } from '../../../src/run/consumer/decodeData.ts';
import { encodeData } from '../../../src/run/producer/encodeData.ts';

const hex = (text: string, format: DataFormat): string =>
  Buffer.from(encodeData(text, format)).toString('hex');
const refuses = (text: string, format: DataFormat): void => {
  assert.throws(() => encodeData(text, format), { reason: 'inputInvalid' }, text);
};

describe('a number format', () => {
  it("writes Java's bytes", () => {
    assert.equal(hex('-2', { kind: 'short' }), 'fffe');
    assert.equal(hex('+7', { kind: 'integer' }), '00000007');
    assert.equal(hex('9007199254740993', { kind: 'long' }), '0020000000000001');
    assert.equal(hex('1.5', { kind: 'float' }), '3fc00000');
    assert.equal(hex('-1e3', { kind: 'double' }), 'c08f400000000000');
    assert.equal(hex('NaN', { kind: 'double' }), '7ff8000000000000');
  });

  it('refuses what it cannot hold', () => {
    for (const text of ['', 'abc', '12abc', '1.9', '0x10', ' 1', '32768']) {
      refuses(text, { kind: 'short' });
    }
    refuses('2147483648', { kind: 'integer' });
    refuses('9223372036854775808', { kind: 'long' });
    refuses('1e39', { kind: 'float' });
    for (const text of ['', 'abc', '1e400', '-1e-400', '0x1', 'nan']) {
      refuses(text, { kind: 'double' });
    }
    refuses('0.5e-45', { kind: 'float' });
    assert.equal(hex('-0.0e9', { kind: 'double' }), '8000000000000000', 'a zero is not lost');
  });

  it('keeps every long', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }), (value) => {
        const bytes = encodeData(String(value), { kind: 'long' });
        assert.equal(decodeData(bytes, { kind: 'long' }), String(value));
      }),
    );
  });

  it('is read as what gives the same bytes again, whatever they are', () => {
    const formats: DataFormat[] = [
      { kind: 'double' },
      { kind: 'float' },
      { kind: 'short' },
      { kind: 'string', encoding: 'ascii' },
      { kind: 'string', encoding: 'utf16le' },
      { kind: 'string', encoding: 'hex' },
    ];
    const odd = ['8000000000000000', '80000000', '7ff8000000000001', 'e9', '610062'];
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 8 }),
      fc.constantFrom(...odd.map((text) => Uint8Array.from(Buffer.from(text, 'hex')))),
    );
    fc.assert(
      fc.property(bytes, fc.constantFrom(...formats), (read, format) => {
        const text = decodeData(read, format);
        const written =
          typeof text === 'string'
            ? encodeData(text, format)
            : Buffer.from(text?.base64 ?? '', 'base64');
        assert.deepEqual([...written], [...read]);
      }),
    );
    assert.equal(decodeData(Buffer.from('8000000000000000', 'hex'), { kind: 'double' }), '-0');
  });

  it('reads bytes of another size as what they are', () => {
    assert.deepEqual(decodeData(new Uint8Array(3), { kind: 'long' }), { base64: 'AAAA' });
  });
});

describe('a text format', () => {
  it('writes its encoding', () => {
    assert.equal(hex('é', { kind: 'string', encoding: 'utf8' }), 'c3a9');
    assert.equal(hex('é', { kind: 'string', encoding: 'latin1' }), 'e9');
    assert.equal(hex('AAEC', { kind: 'string', encoding: 'base64' }), '000102');
    assert.equal(hex('00fF', { kind: 'string', encoding: 'hex' }), '00ff');
    assert.equal(hex('a', { kind: 'string', encoding: 'utf16le' }), '6100');
  });

  it('refuses what the encoding would lose', () => {
    refuses('€', { kind: 'string', encoding: 'latin1' });
    refuses('é', { kind: 'string', encoding: 'ascii' });
    refuses('0g', { kind: 'string', encoding: 'hex' });
    refuses('a b*', { kind: 'string', encoding: 'base64' });
  });

  it('reads bytes that are not UTF-8 as base64, and keeps a byte order mark', () => {
    const text: DataFormat = { kind: 'string', encoding: 'utf8' };
    assert.deepEqual(decodeData(Uint8Array.of(0xff), text), { base64: '/w==' });
    assert.equal(decodeData(Uint8Array.of(0xef, 0xbb, 0xbf), text), '\ufeff');
    assert.equal(decodeData(null, text), null);
    assert.equal(decodeData(new Uint8Array(), text), '');
  });
});

describe('the json format', () => {
  it('sends JSON unchanged and refuses anything else', () => {
    const text = '{"a" : 9007199254740993}';
    assert.equal(Buffer.from(encodeData(text, { kind: 'json' })).toString(), text);
    refuses('{a: 1}', { kind: 'json' });
  });
});
