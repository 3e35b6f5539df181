import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { base64Of, hexOf } from '../../../src/core/serde/binaryText.ts';
import { contentOf, headerNameOf } from '../../../src/core/serde/content.ts';
import { isJsonContainer } from '../../../src/core/serde/jsonScan.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);

describe('a content', () => {
  it('keeps every digit and every duplicate name of JSON', () => {
    const text = '{"id":9007199254740993,"id":1.10,"e":1E400}';
    const content = contentOf(bytesOf(text));
    assert.deepEqual(content, {
      kind: 'text',
      text,
      json: true,
      truncated: false,
      sizeBytes: text.length,
    });
  });

  it('gives binary as base64', () => {
    assert.equal(contentOf(Uint8Array.of(0, 1, 2, 255)).text, 'AAEC/w==');
  });

  it('holds at most 1 MiB and does not call a part of JSON JSON', () => {
    const content = contentOf(bytesOf(`[${'1,'.repeat(700_000)}1]`));
    assert.equal(content.text.length, 1024 * 1024);
    assert.equal(content.truncated, true);
    assert.equal(content.json, false);
  });

  it('names a header whose name is not UTF-8 by its bytes', () => {
    assert.equal(headerNameOf(bytesOf('trace-id')), 'trace-id');
    assert.equal(headerNameOf(Uint8Array.of(0xff, 0x01)), '0xff01');
  });
});

describe('base64 and hex', () => {
  it('are those of Node for any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        assert.equal(base64Of(bytes), Buffer.from(bytes).toString('base64'));
        assert.equal(hexOf(bytes), Buffer.from(bytes).toString('hex'));
      }),
    );
  });
});

describe('the JSON scan', () => {
  const agrees = (text: string) => {
    let parsed: unknown;
    try {
      parsed = JSON.parse(text);
    } catch {
      parsed = undefined;
    }
    assert.equal(isJsonContainer(text), typeof parsed === 'object' && parsed !== null, text);
  };

  it('agrees with JSON.parse on any JSON, spaced or not', () => {
    fc.assert(
      fc.property(fc.json(), fc.constantFrom(undefined, 1, '\t'), (json, indent) => {
        agrees(json);
        agrees(` ${JSON.stringify(JSON.parse(json), null, indent)}\r\n`);
      }),
    );
  });

  it('agrees with JSON.parse on damaged JSON', () => {
    fc.assert(
      fc.property(
        fc.json(),
        fc.nat(),
        fc.constantFrom('', ',', '}', ']', '"', '\\', '0', '\u0001'),
        (json, at, insert) => {
          const where = at % (json.length + 1);
          agrees(json.slice(0, where) + insert + json.slice(where + 1));
          agrees(json.slice(0, where) + insert + json.slice(where));
        },
      ),
      { numRuns: 500 },
    );
  });

  it('agrees with JSON.parse on the known corners', () => {
    for (const text of [
      '',
      '{',
      '[]',
      '{}',
      '[,]',
      '[1,]',
      '{"a"}',
      '{"a":}',
      '{"a":1,}',
      '{a:1}',
      "['x']",
      '[01]',
      '[-0]',
      '[+1]',
      '[1.]',
      '[.5]',
      '[1e]',
      '[1e+5]',
      '["\\u12"]',
      '["\\x41"]',
      '["\t"]',
      '[tru]',
      '[nul]',
      '[true false]',
      '{}{}',
      '[]]',
      '42',
      '"x"',
      'null',
      '\ufeff{}',
      '[1]\u00a0',
      '{"a":{"b":[{"c":[]}]}}',
    ]) {
      agrees(text);
    }
  });

  it('stands a million open brackets', () => {
    assert.equal(isJsonContainer('['.repeat(1_000_000)), false);
    assert.equal(isJsonContainer('['.repeat(500_000) + ']'.repeat(500_000)), true);
  });
});
