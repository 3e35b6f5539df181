import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { RecordView } from '../../../src/core/record/recordView.ts';
import { DecoderRegistry } from '../../../src/core/serde/decoderRegistry.ts';
import { builtinDecoders } from '../../../src/core/serde/decoders/builtinDecoders.ts';
import { english } from '../../../src/messages/translate.ts';
import { nextSameKey } from '../../../src/vscode/tail/nextSameKey.ts';
import { prettyJson } from '../../../src/vscode/tail/prettyJson.ts';
import { recordDecodings } from '../../../src/vscode/tail/recordDecodings.ts';
import { recordJson } from '../../../src/core/serde/recordJson.ts';
import { editorContent, maxLaidOut, recordDocument } from '../../../src/vscode/tail/recordTexts.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

function record(key: string | null, value: Uint8Array | null): RecordView {
  return {
    topic: 'orders',
    partition: 2,
    offset: 9_007_199_254_740_993n,
    timestampMs: 0,
    key: () => (key === null ? null : bytes(key)),
    value: () => value,
    headers: () => [{ name: bytes('h'), value: Uint8Array.of(255) }],
  } as unknown as RecordView;
}

describe('records as texts', () => {
  it('lays JSON out without touching a digit, a duplicate name or an escape', () => {
    assert.equal(
      prettyJson('{"a":9007199254740993,"a":1.10, "b":[ ],"c":{},"d":["x\\"{,\\u0041",-1e5,null]}'),
      '{\n  "a": 9007199254740993,\n  "a": 1.10,\n  "b": [],\n  "c": {},\n  "d": [\n' +
        '    "x\\"{,\\u0041",\n    -1e5,\n    null\n  ]\n}',
    );
  });

  it('lays JSON out as JSON.stringify would', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = JSON.stringify(value, null, 2);
        assert.equal(prettyJson(JSON.stringify(value)), text);
      }),
    );
  });

  it('lays out a string of 20 MB', () => {
    const long = `["${'\\n'.repeat(10_000_000)}"]`;
    assert.equal(prettyJson(long).length, long.length + 4);
  });

  it('shows bytes that are no text as a dump', () => {
    const { content, extension } = editorContent(Uint8Array.of(0, 65, 255));
    assert.equal(extension, 'hex');
    assert.match(String(content), /^000000 {2}00 41 ff +·A·$/);
  });

  it('leaves what is very large as it is: bytes as bytes, JSON on its line', () => {
    const large = new Uint8Array(maxLaidOut + 1).fill(0xfe);
    assert.deepEqual(editorContent(large), { content: large, extension: 'bin' });
    const json = `["${'x'.repeat(maxLaidOut)}"]`;
    assert.deepEqual(editorContent(bytes(json)), { content: json, extension: 'json' });
    const { length } = recordDocument(record(null, bytes(json))).split('\n');
    assert.equal(length, 2);
  });

  it('keeps all digits of an offset and bytes as base64 in a record as JSON', () => {
    assert.equal(
      recordJson(record('k', null)),
      '{"topic":"orders","partition":2,"offset":9007199254740993,"timestamp":0,"key":"k","value":null,"headers":[["h",{"base64":"/w=="}]]}',
    );
  });

  it('shows a value that is JSON as itself in the document of a record', () => {
    assert.match(recordDocument(record(null, bytes('{"n":1.0}'))), /"value": \{\n {4}"n": 1\.0\n/);
  });

  it('decodes key and value as chosen in the document of a record', () => {
    const registry = new DecoderRegistry(builtinDecoders);
    const chosen = recordDecodings({ key: 'hex', value: 'msgpack' }, registry, english);
    const packed = Uint8Array.of(0x81, 0xa1, 0x61, 1);
    const text = recordDocument(record('k', packed), chosen);
    assert.match(text, /"key": "6b"/);
    assert.match(text, /"value": \{\n {4}"a": 1\n/);
  });

  it('finds the next record with the same key, and none for a record without a key', async () => {
    const keys = ['a', 'b', null, 'a', null];
    const store = {
      endRow: keys.length,
      record: (row: number) => record(keys[row] ?? null, null),
    };
    const { signal } = new AbortController();
    assert.equal(await nextSameKey(store, 0, signal), 3);
    assert.equal(await nextSameKey(store, 1, signal), undefined);
    assert.equal(await nextSameKey(store, 2, signal), undefined);
  });
});
