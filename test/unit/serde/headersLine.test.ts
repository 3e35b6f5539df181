import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { headersLine } from '../../../src/core/serde/headersLine.ts';

describe('headers on one line', () => {
  it('tell null, empty, bytes and the text “null” apart', () => {
    const line = headersLine([
      ['gone', null],
      ['gone', 'null'],
      ['none', ''],
      ['id', Uint8Array.of(0, 1, 255)],
      ['hash', new Uint8Array(20)],
    ]);
    assert.equal(line, 'gone, gone=null, none=, id=0x0001ff, hash=0x0000000000000000…');
  });

  it('are short, and say that there is more', () => {
    const many = Array.from({ length: 8 }, () => ['name', 'x'.repeat(1_000)] as const);
    assert.equal(headersLine(many).length, 256);
    assert.equal(headersLine([['a', 'b']], true), 'a=b…');
  });
});
