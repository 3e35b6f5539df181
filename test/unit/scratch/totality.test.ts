import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { splitLines } from '../../../src/core/scratch/lines.ts';
import { parseScratch } from '../../../src/core/scratch/parseScratch.ts';
import { propertyTables } from '../../../src/core/scratch/properties/propertyTables.ts';
import type { TextRange } from '../../../src/core/scratch/textRange.ts';

const names = Object.values(propertyTables).flatMap((table) => [...table.keys()]);
const pieces = fc.oneof(
  { weight: 3, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
  { weight: 4, arbitrary: fc.constantFrom('\n', '\r\n', '\r', '\n\n', ' ', '\t', '\u2028') },
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      ...['PRODUCER', 'CONSUMER', 'TOPIC', 'GROUP', 'CONNECTOR', 'SCHEMA', 'SHOW', 'DELETE'],
      ...['###', '--', '@', '@x = {{x}}', '{{', '}}', '{{$uuid}}', '{{a(', '\\{{', ':', '='],
      ...['topic t', 'topics', 'file(', '0=1,2', '-15m', 'last ', '9'.repeat(30), '{"a":{"b":1}}'],
    ),
  },
  { weight: 3, arbitrary: fc.constantFrom(...names).map((name) => `\n${name}: `) },
);
const texts = fc.array(pieces, { maxLength: 60 }).map((parts) => parts.join(''));

describe('any text at all', () => {
  it('is tiled by its parts, line by line', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { parts, lineCount, blocks } = parseScratch(text);
        let line = 0;
        for (const part of parts) {
          assert.equal(part.startLine, line);
          assert.ok(part.endLine > line);
          line = part.endLine;
        }
        assert.equal(line, lineCount);
        assert.equal(lineCount, splitLines(text).length);
        assert.equal(parts.filter(({ kind }) => kind === 'block').length, blocks.length);
      }),
      { numRuns: 1000 },
    );
  });

  it('gives ranges that lie in it', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const lines = splitLines(text);
        const check = ({ start, end }: TextRange): void => {
          for (const { line, character } of [start, end]) {
            assert.ok(line >= 0 && line < lines.length);
            assert.ok(character >= 0 && character <= (lines[line]?.text.length ?? 0));
          }
          assert.ok(start.line < end.line || start.character <= end.character);
        };
        const { blocks, diagnostics, variables } = parseScratch(text);
        for (const { range } of diagnostics) check(range);
        for (const { nameRange, valueRange } of variables) [nameRange, valueRange].forEach(check);
        for (const block of blocks) {
          [block.range, block.keywordRange, block.argumentRange].forEach(check);
          if (block.body !== undefined) check(block.body.range);
          for (const { nameRange, valueRange } of block.properties) {
            [nameRange, valueRange].forEach(check);
          }
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('has lines that join to it again', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const lines = splitLines(text);
        const joined = lines.map(({ start }, index) => text.slice(start, lines[index + 1]?.start));
        assert.equal(joined.join(''), text);
      }),
    );
  });
});
