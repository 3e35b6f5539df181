import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { blockTexts } from '../../../src/core/scratch/blockText.ts';
import { fileOfNotebook } from '../../../src/core/scratch/notebook/fileOfNotebook.ts';
import { notebookOfFile } from '../../../src/core/scratch/notebook/notebookOfFile.ts';
import {
  editorText,
  type ScratchCell,
} from '../../../src/core/scratch/notebook/scratchNotebook.ts';
import { parseScratch } from '../../../src/core/scratch/parseScratch.ts';

const pieces = fc.oneof(
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 8 }) },
  { weight: 5, arbitrary: fc.constantFrom('\n', '\r\n', '\r', '\n\n', ' ', '\u2028', '\ufeff') },
  {
    weight: 6,
    arbitrary: fc.constantFrom(
      ...['PRODUCER\n', 'CONSUMER\n', 'TOPIC t\r\n', 'GROUP g\n', 'SHOW topics\n', 'SCHEMA s\n'],
      ...['\n###\n', '###', '\n-- ', '--', '-- a comment\n', '@x = 1\n', 'topic: t\n', 'prose\n'],
      ...['DELETE topic t\r', '\n\nPRODUCER\ntopic: t\nbody\n', '\nCONSUMER\ntopic: t\n\n'],
    ),
  },
);
/** Texts that can be stored as UTF-8. */
const texts = fc
  .array(pieces, { maxLength: 25 })
  .map((parts) => Buffer.from(parts.join('')).toString());

/** A cell as an editor gives it back when nobody has touched it. */
const throughEditor = (cell: ScratchCell, lineEnd = '\n'): ScratchCell => ({
  ...cell,
  text: editorText(cell.text).replaceAll('\n', lineEnd),
});

const blocksOf = (text: string): string[] => {
  const unmarked = text.replace(/^\ufeff/, '');
  return blockTexts(unmarked, parseScratch(unmarked).blocks);
};
const blocksOfCells = (cells: readonly ScratchCell[]): string[] =>
  cells.flatMap(({ markdown, text }) => (markdown ? [] : blocksOf(text)));
const edited = (text: string, markdown: boolean): ScratchCell => ({ markdown, text });

/** The cells of a file, edited in place, taken away, moved and mixed with new ones. */
const editedCells = fc
  .record({
    file: texts,
    other: texts,
    added: fc.array(fc.record({ text: texts, markdown: fc.boolean() }), { maxLength: 4 }),
    changes: fc.array(fc.record({ at: fc.nat(20), text: texts }), { maxLength: 3 }),
    gone: fc.array(fc.nat(20), { maxLength: 3 }),
    order: fc.array(fc.nat(20), { maxLength: 5 }),
  })
  .map(({ file, other, added, changes, gone, order }) => {
    const notebook = notebookOfFile(file);
    const cells = [...notebook.cells, ...notebookOfFile(other).cells.slice(0, 3)];
    for (const { at, text } of changes) {
      const cell = cells[at];
      if (cell !== undefined) cells[at] = { ...cell, text };
    }
    for (const at of gone) cells.splice(at, 1);
    for (const one of added) cells.splice(order[0] ?? 0, 0, edited(one.text, one.markdown));
    for (const at of order) cells.push(...cells.splice(at, 1));
    return { notebook, cells: cells.map((cell) => throughEditor(cell)) };
  });

describe('a .kafka file as a notebook', () => {
  it('is the same text again when nothing was edited, whatever the text is', () => {
    fc.assert(
      fc.property(texts, fc.constantFrom('\n', '\r\n'), (text, lineEnd) => {
        const notebook = notebookOfFile(text);
        const cells = notebook.cells.map((cell) => throughEditor(cell, lineEnd));
        assert.equal(fileOfNotebook({ ...notebook, cells }), text);
      }),
      { numRuns: 2000 },
    );
  });

  it('holds the blocks of its cells, in their order, whatever was done to the cells', () => {
    fc.assert(
      fc.property(editedCells, ({ notebook, cells }) => {
        const wanted = blocksOfCells(cells);
        const file = fileOfNotebook({ ...notebook, cells });
        assert.deepEqual(blocksOf(file), wanted);
        const again = notebookOfFile(file).cells;
        assert.deepEqual(blocksOfCells(again), wanted);
      }),
      { numRuns: 2000 },
    );
  });

  it('keeps the chapters of samples/ byte for byte', () => {
    const folder = join(import.meta.dirname, '../../../samples');
    for (const name of readdirSync(folder)) {
      const text = readFileSync(join(folder, name), 'utf8');
      assert.equal(fileOfNotebook(notebookOfFile(text)), text, name);
    }
  });

  it('shows comments and stray text as Markdown, blocks with their variables as code', () => {
    const file =
      '@cluster = Local\r\n\r\n-- # Title\r\n--\r\n--text\r\n\r\n@id = 7\r\nPRODUCER\r\ntopic: t\r\n{{id}}\r\n' +
      '###\r\n\r\nCONSUMER\r\ntopic: t\r\nSHOW topics\r\n\r\nsome prose\r\n';
    const { cells, lineEnd, head } = notebookOfFile(file);
    assert.deepEqual([head, lineEnd], ['', '\r\n']);
    assert.deepEqual(
      cells.map(({ markdown, text }) => [markdown ? 'markdown' : 'code', text]),
      [
        ['code', '@cluster = Local'],
        ['markdown', '# Title\n\ntext'],
        ['code', '@id = 7\nPRODUCER\ntopic: t\n{{id}}'],
        ['code', 'CONSUMER\ntopic: t'],
        ['code', 'SHOW topics'],
        ['markdown', 'some prose'],
      ],
    );
  });

  const change = (file: string, at: number, text: string): string => {
    const notebook = notebookOfFile(file);
    const cells = notebook.cells.map((cell, index) => (index === at ? { ...cell, text } : cell));
    return fileOfNotebook({ ...notebook, cells });
  };

  it('writes an edited cell with the line end of the file and leaves all others alone', () => {
    assert.equal(
      change('\ufeff-- one\r\n\r\nSHOW topics\n\r\n-- two\r\n', 1, 'SHOW\ngroups'),
      '\ufeff-- one\r\n\r\nSHOW\r\ngroups\n\r\n-- two\r\n',
    );
  });

  it('changes only the edited line of a comment', () => {
    assert.equal(
      change('--one\n-- two\n--\n---\n', 0, 'one\nTWO\n\n-'),
      '--one\n-- TWO\n--\n---\n',
    );
  });

  it('ends a block that would swallow what follows it now', () => {
    assert.equal(
      change('SHOW topics\n\nSHOW groups\n', 0, 'PRODUCER\ntopic: t\nx'),
      'PRODUCER\ntopic: t\nx\n###\n\nSHOW groups\n',
    );
    assert.equal(
      change('CONSUMER\ntopic: t\n\nSHOW groups\n', 1, 'from: end'),
      'CONSUMER\ntopic: t\n###\n\nfrom: end\n',
    );
  });

  it('ends new blocks as people write them', () => {
    const cells = [edited('Hello', true), edited('PRODUCER\ntopic: t\nx', false)];
    assert.equal(
      fileOfNotebook({ cells, head: '', lineEnd: '\n' }),
      '-- Hello\n\nPRODUCER\ntopic: t\nx\n###\n\n',
    );
  });

  it('keeps two Markdown cells apart, and drops empty cells', () => {
    const cells = [edited('one', true), edited('  ', false), edited('two', true)];
    const file = fileOfNotebook({ cells, head: '', lineEnd: '\n' });
    assert.deepEqual(
      notebookOfFile(file).cells.map(({ text }) => text),
      ['one', 'two'],
    );
  });
});
