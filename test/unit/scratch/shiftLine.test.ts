import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { shiftLine, type TextChange } from '../../../src/core/scratch/shiftLine.ts';

function change(from: number, to: number, text: string, toCharacter = 0): TextChange {
  const range = { start: { line: from, character: 0 }, end: { line: to, character: toCharacter } };
  return { range, text };
}

describe('a line whose file is edited', () => {
  it('moves down by the lines that come in above it', () => {
    assert.equal(shiftLine(5, [change(1, 1, 'a\nb\n')]), 7);
    assert.equal(shiftLine(5, [change(5, 5, 'new\r\n')]), 6);
  });

  it('moves up by the lines that go above it', () => {
    assert.equal(shiftLine(5, [change(1, 3, '')]), 3);
  });

  it('stays where it is when something changes in it or below', () => {
    assert.equal(shiftLine(5, [change(5, 5, 'x\n', 3)]), 5);
    assert.equal(shiftLine(5, [change(6, 9, '')]), 5);
  });

  it('adds up several changes', () => {
    assert.equal(shiftLine(5, [change(4, 4, 'a\n'), change(0, 2, '')]), 4);
  });
});
