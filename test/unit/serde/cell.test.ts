import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { cellOf } from '../../../src/core/serde/cell.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);

/** True where no half of a surrogate pair stands alone: those do not survive UTF-8. */
const isWellFormed = (text: string) =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytesOf(text)) === text;

describe('a cell', () => {
  it('tells null, tombstone, empty, text and binary apart', () => {
    assert.equal(cellOf(null).kind, 'null');
    assert.equal(cellOf(null, { tombstone: true }).kind, 'tombstone');
    assert.equal(cellOf(new Uint8Array()).kind, 'empty');
    assert.equal(cellOf(bytesOf('null')).kind, 'text');
    assert.equal(cellOf(Uint8Array.of(0, 0, 0, 1)).kind, 'binary');
  });

  it('keeps tabs, line ends and a few control characters; NUL or more of those are binary', () => {
    assert.deepEqual(cellOf(bytesOf('a\tb\r\nc')), {
      kind: 'text',
      text: 'a\tb\r\nc',
      truncated: false,
      sizeBytes: 6,
    });
    const logLine = '\u001b[31mERROR\u001b[0m disk full\u0007';
    assert.deepEqual(cellOf(bytesOf(logLine)), {
      kind: 'text',
      text: logLine,
      truncated: false,
      sizeBytes: bytesOf(logLine).length,
    });
    for (const data of ['a long text with one NUL\u0000', 'x\u001b', 'x\u007f', 'x\u0085']) {
      assert.equal(cellOf(bytesOf(data)).kind, 'binary', JSON.stringify(data));
    }
  });

  it('shows invalid UTF-8 as hex, never half-decoded, and apart from binary', () => {
    const cell = cellOf(Uint8Array.of(0x61, 0xff, 0x62));
    assert.deepEqual(cell, { kind: 'broken', text: '61ff62', truncated: false, sizeBytes: 3 });
    assert.equal(cellOf(Uint8Array.of(0x61, 0xff, 0x01)).kind, 'binary');
    // An encoded surrogate, an overlong slash and a sequence that is cut at the very end.
    for (const bytes of [
      [0xed, 0xa0, 0x80],
      [0xc0, 0xaf],
      [0x61, 0xe2, 0x82],
    ]) {
      assert.equal(cellOf(Uint8Array.from(bytes)).kind, 'broken');
    }
  });

  it('keeps a byte order mark', () => {
    assert.equal(cellOf(bytesOf('\ufeffa')).text, '\ufeffa');
  });

  it('cuts at 512 characters without splitting a surrogate pair', () => {
    const cell = cellOf(bytesOf('x' + '😀'.repeat(300)));
    assert.equal(cell.text.length, 511);
    assert.equal(cell.truncated, true);
    assert.ok(isWellFormed(cell.text));
  });

  it('never shows a lone surrogate and never more than 512 characters, for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 900 }), (text) => {
        const cell = cellOf(bytesOf(text));
        if (cell.kind !== 'text') return true;
        return (
          cell.text.length <= 512 &&
          isWellFormed(cell.text) &&
          text.startsWith(cell.text) &&
          cell.truncated === cell.text.length < text.length
        );
      }),
    );
  });

  it('costs the same for a value of 50 MB', () => {
    const huge = new Uint8Array(50 * 1024 * 1024).fill(0x61);
    const start = performance.now();
    for (let round = 0; round < 100; round++) cellOf(huge);
    assert.ok(performance.now() - start < 500);
    assert.equal(cellOf(huge).sizeBytes, huge.length);
  });
});
