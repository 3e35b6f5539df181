import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { foldedLines, outline } from '../../../src/core/scratch/outline.ts';
import { parseScratch } from '../../../src/core/scratch/parseScratch.ts';

const document = parseScratch(
  '-- one\n-- two\nPRODUCER keyed\ntopic: users\nx\n\n###\nCONSUMER\ntopic: orders\n\nSHOW topics\n-- three',
);

describe('the outline of a file', () => {
  it('names each block and its topic', () => {
    assert.deepEqual(
      outline(document).map(({ name, detail }) => `${name} | ${detail}`),
      ['PRODUCER keyed | users', 'CONSUMER | orders', 'SHOW topics | '],
    );
  });
});

describe('the folding of a file', () => {
  it('folds blocks and comments of more than one line', () => {
    assert.deepEqual(foldedLines(document), [
      { startLine: 0, endLine: 1, comment: true },
      { startLine: 2, endLine: 4, comment: false },
      { startLine: 7, endLine: 8, comment: false },
    ]);
  });
});
