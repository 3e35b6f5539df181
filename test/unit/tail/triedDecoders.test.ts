import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { DecoderRegistry } from '../../../src/core/serde/decoderRegistry.ts';
import { builtinDecoders } from '../../../src/core/serde/decoders/builtinDecoders.ts';
import { english } from '../../../src/messages/translate.ts';
import { triedDecoders } from '../../../src/vscode/tail/triedDecoders.ts';

const registry = new DecoderRegistry(builtinDecoders);
const tried = (bytes: Uint8Array | null) => triedDecoders(bytes, 'value', registry, english);
const automatic = (bytes: Uint8Array) => tried(bytes)[0]?.text;

describe('what every decoder makes of a value', () => {
  it('is told for each in its order, after why it is shown as it is', () => {
    const [looks, ...others] = tried(Buffer.from('abcde'));
    assert.deepEqual(looks, { fits: true, text: 'text: valid UTF-8 without control characters' });
    assert.deepEqual(
      others.map(({ name }) => name),
      registry.names,
    );
    const of = (name: string) => others.find((one) => one.name === name);
    assert.deepEqual(of('text'), { name: 'text', fits: true, text: 'abcde' });
    assert.deepEqual(of('hex'), { name: 'hex', fits: true, text: '6162636465' });
    assert.deepEqual(of('int64'), {
      ...{ name: 'int64', fits: false },
      text: 'it takes 8 B, and there are 5 B.',
    });
  });

  it('says what bytes look like, and by what', () => {
    assert.equal(automatic(Buffer.from('{"a":1}')), 'JSON: an object or a list from end to end');
    assert.equal(automatic(Uint8Array.of(0xff, 1)), 'bytes: they are not valid UTF-8');
    assert.equal(
      automatic(Uint8Array.of(0, 1)),
      'bytes: as text they would hold NUL or many control characters',
    );
    assert.equal(
      automatic(Buffer.from('a \u001b[31mred\u001b[0m line')),
      'text: valid UTF-8 with a few control characters',
    );
  });

  it('is short for a large value, and nothing where there are no bytes', () => {
    for (const { text } of tried(Buffer.alloc(2 ** 20, 'x'))) assert.ok(text.length <= 200, text);
    assert.deepEqual([tried(null), tried(new Uint8Array())], [[], []]);
  });
});
