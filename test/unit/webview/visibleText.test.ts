import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { visibleText } from '../../../webview/shared/visibleText.ts';

const shown = (text: string, layout: 'line' | 'lines' = 'line'): string =>
  visibleText(text, layout)
    .map((part) => (part.mark ? `[${part.text}]` : part.text))
    .join('');

describe('visibleText', () => {
  it('leaves what can be seen as it is', () => {
    assert.deepEqual(visibleText('Straße 日本 👩‍👩‍👧 ok', 'line'), [
      { text: 'Straße 日本 👩‍👩‍👧 ok', mark: false },
    ]);
    assert.deepEqual(visibleText('', 'line'), []);
  });

  it('shows line ends and tabs as symbols on one line', () => {
    assert.equal(shown('a\tb\r\nc'), 'a[⇥]b[␍][↵]c');
  });

  it('keeps tabs where lines are kept', () => {
    assert.equal(shown('a\tb\u0000', 'lines'), 'a\tb[␀]');
  });

  it('names what would turn or hide the text', () => {
    assert.equal(
      shown('abc\u202edcba\u2066x\u2069\ufeff'),
      'abc[U+202E]dcba[U+2066]x[U+2069][U+FEFF]',
    );
  });

  it('names halves of surrogate pairs and leaves whole ones', () => {
    assert.equal(shown('a\ud800b\udc00\ud83d\ude00'), 'a[U+D800]b[U+DC00]\ud83d\ude00');
  });

  it('keeps every character that is not marked', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const parts = visibleText(text, 'line');
        const kept = parts.filter((part) => !part.mark).map((part) => part.text);
        let at = 0;
        for (const piece of kept) {
          at = text.indexOf(piece, at);
          assert.ok(at >= 0);
          at += piece.length;
        }
        assert.ok(kept.every((piece) => !/[\ud800-\udfff]/u.test(piece)));
      }),
    );
  });
});
