import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { DecoderRegistry } from '../../../src/core/serde/decoderRegistry.ts';
import { builtinDecoders } from '../../../src/core/serde/decoders/builtinDecoders.ts';
import { cellOf } from '../../../src/core/serde/cell.ts';
import { decoderLabel, decodeSentence } from '../../../src/messages/decoderTexts.ts';
import { english } from '../../../src/messages/translate.ts';
import { editorContent } from '../../../src/vscode/tail/recordTexts.ts';
import { decodersOf, recordDecodings } from '../../../src/vscode/tail/recordDecodings.ts';

const registry = new DecoderRegistry(builtinDecoders);

describe('how a topic’s records are decoded', () => {
  it('is what the user chose, and by looks where no such decoder is there', () => {
    const { key, value } = recordDecodings({ key: 'int64', value: 'avro' }, registry, english);
    assert.equal(cellOf(Uint8Array.of(0, 0, 0, 0, 0, 0, 1, 0), { decoding: key }).text, '256');
    assert.equal(value, undefined);
  });

  it('is what an internal topic holds, unless the user chose something else', () => {
    const topic = '__consumer_offsets';
    const both = { key: 'consumer-offsets', value: 'consumer-offsets' };
    assert.deepEqual(decodersOf({ topic }), both);
    assert.deepEqual(decodersOf({ topic }, { value: 'hex' }), { ...both, value: 'hex' });
    assert.deepEqual(decodersOf({ topic, moreTopics: ['orders'] }), {});
    assert.deepEqual(decodersOf({ topic: 'orders' }, { key: 'int64' }), { key: 'int64' });
  });

  it('tells why bytes are not what was chosen', () => {
    const { key } = recordDecodings({ key: 'int64' }, registry, english);
    assert.equal(
      cellOf(Uint8Array.of(1, 2), { decoding: key }).problem,
      'Not decoded as Integer, 64 bits: it takes 8 B, and there are 2 B.',
    );
  });

  it('has a sentence for each problem and a name for each decoder', () => {
    for (const name of registry.names) assert.notEqual(decoderLabel(name, english), name);
    for (const problem of [
      { kind: 'utf8' },
      { kind: 'uuid' },
      { kind: 'syntax', message: 'here' },
      { kind: 'invalid', at: 4 },
      { kind: 'endsEarly', at: 4 },
      { kind: 'trailing', at: 4 },
      { kind: 'tooDeep', limit: 4 },
    ] as const) {
      assert.match(decodeSentence('cbor', problem, english), /^Not decoded as CBOR: .*[.e]$/);
    }
  });

  it('holds for an editor, too', () => {
    const { value } = recordDecodings({ value: 'msgpack' }, registry, english);
    assert.deepEqual(editorContent(Uint8Array.of(0x81, 0xa1, 0x61, 1), value), {
      content: '{\n  "a": 1\n}',
      extension: 'json',
    });
    const xml = recordDecodings({ value: 'xml' }, registry, english).value;
    const bytes = new TextEncoder().encode('<a><b/></a>');
    assert.deepEqual(editorContent(bytes, xml), { content: '<a>\n  <b/>\n</a>', extension: 'xml' });
  });
});
