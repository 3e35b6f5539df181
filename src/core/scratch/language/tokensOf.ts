import type { PropertyLine, ScratchDocument } from '../scratchDocument.ts';
import { positionCounter } from '../positionCounter.ts';
import type { Expression } from '../template/expression.ts';
import { compileTemplate } from '../template/template.ts';
import { templatedTexts, type TemplatedText } from '../template/templatedTexts.ts';
import type { TextPosition } from '../textRange.ts';
import { reservedVariables } from '../variableLine.ts';

/** What a word of a file can be: the standard token types of VS Code, so that every theme knows them. */
export const tokenTypes = ['keyword', 'property', 'variable', 'namespace', 'function'] as const;
/** More about a word: that a variable is made there, and that it is the language's own. */
export const tokenModifiers = ['declaration', 'defaultLibrary'] as const;

interface Word {
  /** In UTF-16 units. */
  readonly length: number;
  readonly type: (typeof tokenTypes)[number];
  readonly modifiers: readonly (typeof tokenModifiers)[number][];
}

/** A word of a file, where it begins, and what it is; never longer than its line. */
export interface Token extends Word, TextPosition {}

/**
 * The words that mean something to a run, in the order of the file. What only looks like a block, a property or an
 * expression is none of them: a line of a body, prose, braces where nothing is filled in, methods that there are not.
 */
export function tokensOf({ blocks, variables }: ScratchDocument): readonly Token[] {
  const tokens: Token[] = [
    ...variables.flatMap(({ name, nameRange, text, valueRange }): Token[] => [
      { ...nameRange.start, ...variable(name, '@', 'declaration') },
      ...expressionTokens({ text, start: valueRange.start }),
    ]),
    ...blocks.flatMap((block): Token[] => [
      { ...block.keywordRange.start, ...word('keyword', block.kind) },
      ...block.properties.flatMap(propertyTokens),
      ...templatedTexts(block).flatMap(expressionTokens),
    ]),
  ];
  return tokens.sort((a, b) => a.line - b.line || a.character - b.character);
}

function word(type: Word['type'], text: string, ...modifiers: Word['modifiers']): Word {
  return { type, length: text.length, modifiers };
}

function variable(name: string, prefix = '', ...modifiers: Word['modifiers']): Word {
  const isOwn = reservedVariables.some((one) => one === name);
  return word(
    'variable',
    prefix + name,
    ...modifiers,
    ...(isOwn ? ['defaultLibrary' as const] : []),
  );
}

function propertyTokens({ spec, name, nameRange }: PropertyLine): Token[] {
  return spec === undefined ? [] : [{ ...nameRange.start, ...word('property', name) }];
}

function expressionTokens({ text, start }: TemplatedText): Token[] {
  if (!text.includes('{{')) return [];
  const position = positionCounter(text, start);
  return compileTemplate(text).parts.flatMap((part) => {
    if (typeof part === 'string') return [];
    const { line, character } = position(part.start + part.source.search(/[^{\s]/));
    let at = character;
    return wordsOf(part.expression).map((one) => {
      const token = { line, character: at, ...one };
      // A dot stands before the next word.
      at += one.length + 1;
      return token;
    });
  });
}

/** The words of an expression's name, which dots part; none where nothing can fill it in. */
function wordsOf(expression: Expression): readonly Word[] {
  switch (expression.kind) {
    case 'builtin':
      return [word('variable', `$${expression.name}`, 'defaultLibrary')];
    case 'environment':
      return [word('variable', `$env.${expression.name}`, 'defaultLibrary')];
    case 'variable':
      return [variable(expression.name)];
    case 'faker': {
      if (!expression.call.ok) return [];
      const { module, method, fields } = expression.call.value;
      return [
        word('namespace', module),
        word('function', method),
        ...fields.map((field) => word('property', field)),
      ];
    }
    case 'unknown':
      return [];
  }
}
