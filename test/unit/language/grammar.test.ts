import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { parseScratch } from '../../../src/core/scratch/parseScratch.ts';
import { blockKinds } from '../../../src/core/scratch/blockKinds.ts';
import { propertyTables } from '../../../src/core/scratch/properties/propertyTables.ts';

interface Rule {
  readonly match?: string;
  readonly begin?: string;
  readonly patterns?: readonly Rule[];
}

const folder = join(import.meta.dirname, '../../../language');
const read = (name: string): unknown => JSON.parse(readFileSync(join(folder, name), 'utf8'));

const grammar = read('kafka-scratch.tmLanguage.json') as { repository: { block: Rule } };
const blockRules = grammar.repository.block.patterns ?? [];

/** The rule whose first line is this one. */
function ruleFor(line: string): Rule | undefined {
  return blockRules.find((rule) => new RegExp(rule.begin ?? rule.match ?? '(?!)').test(line));
}

describe('the grammar', () => {
  it('colours what the parser takes for a block, and nothing else', () => {
    const lines = [
      ...blockKinds.map(({ form }) => form),
      ...['SHOW group a', 'SHOW configs broker 1', 'DELETE subject s', 'CONSUMER a b', 'PRODUCER'],
      ...['TOPIC', 'TOPIC of prose', 'SHOW', 'SHOW me', 'DELETE all', 'PRODUCERfoo', 'producer'],
      ...[' CONSUMER a', 'SCHEMA a b', 'GROUP\tg', 'SHOW  topics '],
    ];
    for (const line of lines) {
      const opens = parseScratch(line).blocks.length === 1;
      assert.equal(ruleFor(line) !== undefined, opens, line);
    }
  });

  it('colours every property of every block', () => {
    for (const [kind, table] of Object.entries(propertyTables)) {
      const rule = ruleFor(blockKinds.find((spec) => spec.kind === kind)?.form ?? '');
      for (const name of table.keys()) {
        const colours = rule?.patterns?.some(
          ({ match }) => match !== undefined && new RegExp(match).exec(`${name}: x`)?.[1] === name,
        );
        assert.equal(colours, true, `${name} of ${kind}`);
      }
    }
  });

  it('starts a body where the parser does', () => {
    const bodies = ruleFor('PRODUCER')?.patterns?.flatMap(({ begin }) => begin ?? []) ?? [];
    const starts = (line: string): boolean => bodies.some((begin) => new RegExp(begin).test(line));
    for (const line of ['{"a":1}', '  [', 'text', ' topic: t', 'colour: red']) {
      assert.equal(starts(line), true, line);
    }
    for (const line of ['topic: t', 'value: null', '-- comment', '', '  ']) {
      assert.equal(starts(line), false, line);
    }
  });
});

describe('the snippets', () => {
  const snippets = read('snippets.json') as Record<string, { body: readonly string[] }>;
  for (const [name, { body }] of Object.entries(snippets)) {
    it(`give a block without errors: ${name}`, () => {
      const text = body
        .join('\n')
        .replace(/\$\{\d+\|([^,|]+)[^}]*\}/g, '$1')
        .replace(/\$\{\d+:((?:\\\}|[^}])*)\}/g, '$1')
        .replace(/\\([$}\\])/g, '$1');
      const { blocks, diagnostics } = parseScratch(text);
      assert.equal(blocks.length, 1);
      assert.deepEqual(diagnostics, [], text);
    });
  }
});

describe('the language configuration', () => {
  it('comments with two dashes', () => {
    const { comments } = read('language-configuration.json') as { comments: unknown };
    assert.deepEqual(comments, { lineComment: '--' });
  });
});
