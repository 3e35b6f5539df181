import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { cborDecoder } from '../../../src/core/serde/decoders/cborDecoder.ts';
import { messagePackDecoder } from '../../../src/core/serde/decoders/messagePackDecoder.ts';
import type { Decoder } from '../../../src/core/serde/decoder.ts';

const limits = { part: 'value', maxBytes: 1 << 20, maxChars: 1 << 20 } as const;

/** The text that bytes in hex stand for, or the problem. */
function read(decoder: Decoder, hex: string): string {
  const bytes = Uint8Array.from(Buffer.from(hex.replaceAll(' ', ''), 'hex'));
  const found = decoder.decode(bytes, limits);
  return found.ok ? found.text : JSON.stringify(found.problem);
}

describe('MessagePack', () => {
  const cases: readonly (readonly [hex: string, text: string])[] = [
    ['c0', 'null'],
    ['7f', '127'],
    ['e0', '-32'],
    ['cf ffffffffffffffff', '18446744073709551615'],
    ['d3 8000000000000000', '-9223372036854775808'],
    ['d0 80', '-128'],
    ['cd 0100', '256'],
    ['ca 3dcccccd', '0.1'],
    ['cb 3ff0000000000000', '1.0'],
    ['a3 616263', '"abc"'],
    ['d9 02 c3bc', '"ü"'],
    ['a1 ff', "text'ff'"],
    ['c4 02 00ff', "h'00ff'"],
    ['93 01 c3 c2', '[1,true,false]'],
    ['82 a1 61 01 a1 61 02', '{"a":1,"a":2}'],
    ['81 01 a1 62', '{1:"b"}'],
    ['d4 05 2a', "ext5h'2a'"],
    ['d6 ff 00000000', 'timestamp("1970-01-01T00:00:00.000000000Z")'],
    ['d7 ff 0000000400000001', 'timestamp("1970-01-01T00:00:01.000000001Z")'],
    ['c7 0c ff 3b9aca00 0000000000000000', "ext-1h'3b9aca000000000000000000'"],
  ];
  for (const [hex, text] of cases) {
    it(`reads ${hex} as ${text}`, () => assert.equal(read(messagePackDecoder, hex), text));
  }

  it('says where bytes end early, go on, or cannot be', () => {
    assert.equal(read(messagePackDecoder, '92 01'), '{"kind":"endsEarly","at":2}');
    assert.equal(read(messagePackDecoder, 'dd ffffffff'), '{"kind":"endsEarly","at":5}');
    assert.equal(read(messagePackDecoder, '01 02'), '{"kind":"trailing","at":1}');
    assert.equal(read(messagePackDecoder, '91 c1'), '{"kind":"invalid","at":1}');
    assert.equal(read(messagePackDecoder, '91'.repeat(5_000)), '{"kind":"tooDeep","limit":128}');
  });

  it('keeps what JSON can say as JSON says it', () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
        const text = read(messagePackDecoder, Buffer.from(packed(value)).toString('hex'));
        // A float is written with its point, a zero with its sign.
        assert.deepEqual(JSON.parse(text), value);
      }),
    );
  });
});

/** JSON as MessagePack, numbers as doubles. */
function packed(value: unknown): number[] {
  const size = (count: number, type: number) => [
    type,
    (count >> 24) & 255,
    (count >> 16) & 255,
    (count >> 8) & 255,
    count & 255,
  ];
  if (value === null) return [0xc0];
  if (typeof value === 'boolean') return [value ? 0xc3 : 0xc2];
  if (typeof value === 'number') {
    const view = new DataView(new ArrayBuffer(8));
    view.setFloat64(0, value);
    return [0xcb, ...new Uint8Array(view.buffer)];
  }
  if (typeof value === 'string') {
    const bytes = Buffer.from(value);
    return [...size(bytes.length, 0xdb), ...bytes];
  }
  if (Array.isArray(value)) return [...size(value.length, 0xdd), ...value.flatMap(packed)];
  const entries = Object.entries(value as object);
  return [
    ...size(entries.length, 0xdf),
    ...entries.flatMap(([name, each]) => [...packed(name), ...packed(each)]),
  ];
}

// RFC 8949, appendix A.
describe('CBOR', () => {
  const cases: readonly (readonly [hex: string, text: string])[] = [
    ['1bffffffffffffffff', '18446744073709551615'],
    ['c249010000000000000000', "2(h'010000000000000000')"],
    ['3bffffffffffffffff', '-18446744073709551616'],
    ['f90000', '0.0'],
    ['f98000', '-0.0'],
    ['f93c00', '1.0'],
    ['fb3ff199999999999a', '1.1'],
    ['f97bff', '65504.0'],
    ['fa47c35000', '100000.0'],
    ['fa7f7fffff', '3.4028235e+38'],
    ['f90001', '5.960464477539063e-8'],
    ['f90400', '0.00006103515625'],
    ['f97c00', 'Infinity'],
    ['f97e00', 'NaN'],
    ['f9fc00', '-Infinity'],
    ['f7', 'undefined'],
    ['f0', 'simple(16)'],
    ['f8ff', 'simple(255)'],
    ['c11a514b67b0', '1(1363896240)'],
    ['4401020304', "h'01020304'"],
    ['62225c', '"\\"\\\\"'],
    ['64f0908591', '"𐅑"'],
    ['826161a161626163', '["a",{"b":"c"}]'],
    ['a201020304', '{1:2,3:4}'],
    ['5f42010243030405ff', "(_ h'0102',h'030405')"],
    ['7f657374726561646d696e67ff', '(_ "strea","ming")'],
    ['9f018202039f0405ffff', '[1,[2,3],[4,5]]'],
    ['bf6346756ef563416d7421ff', '{"Fun":true,"Amt":-2}'],
  ];
  for (const [hex, text] of cases) {
    it(`reads ${hex} as ${text}`, () => assert.equal(read(cborDecoder, hex), text));
  }

  it('refuses what is not well-formed', () => {
    for (const [hex, problem] of [
      ['1c', '{"kind":"invalid","at":0}'],
      ['f818', '{"kind":"invalid","at":0}'],
      ['ff', '{"kind":"invalid","at":0}'],
      ['5f6161ff', '{"kind":"invalid","at":1}'],
      ['9f01', '{"kind":"endsEarly","at":2}'],
      ['0000', '{"kind":"trailing","at":1}'],
      ['c1'.repeat(5_000), '{"kind":"tooDeep","limit":128}'],
    ] as const) {
      assert.equal(read(cborDecoder, hex), problem, hex);
    }
  });
});
