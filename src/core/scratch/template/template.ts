import { expressionOf, type Expression } from './expression.ts';

/** An expression and where it stands in the template's text: from `{{` to behind `}}`. */
export interface TemplateExpression {
  readonly expression: Expression;
  readonly source: string;
  readonly start: number;
  readonly end: number;
}

/** A text cut at its expressions. `unclosed` are offsets of `{{` that look like an expression but are none. */
export interface Template {
  readonly parts: readonly (string | TemplateExpression)[];
  readonly unclosed: readonly number[];
}

const namePattern = /\{\{\s*(\$?[A-Za-z_][\w-]*(?:\.[\w-]+)*)\s*/y;
const closePattern = /\s*\}\}/y;
/** Longer arguments than this are no expression: keeps a stray `{{a(` from scanning a whole file. */
const longestArguments = 10_000;

/**
 * Cuts a text at its `{{…}}`. Braces that are followed by anything but a name are text, so nested JSON
 * is; a backslash before `{{` makes it text too and goes away itself.
 */
export function compileTemplate(text: string): Template {
  const parts: (string | TemplateExpression)[] = [];
  const unclosed: number[] = [];
  let literal = '';
  let from = 0;
  let at = text.indexOf('{{');
  while (at >= 0) {
    const escaped = text[at - 1] === '\\' && at > from;
    const found = escaped ? undefined : expressionAt(text, at);
    if (found === undefined) {
      literal += escaped ? `${text.slice(from, at - 1)}{{` : text.slice(from, at + 1);
      from = escaped ? at + 2 : at + 1;
      if (!escaped && looksLikeExpression(text, at)) {
        unclosed.push(at);
      }
    } else {
      literal += text.slice(from, at);
      if (literal !== '') {
        parts.push(literal);
        literal = '';
      }
      parts.push(found);
      from = found.end;
    }
    at = text.indexOf('{{', from);
  }
  literal += text.slice(from);
  if (literal !== '' || parts.length === 0) {
    parts.push(literal);
  }
  return { parts, unclosed };
}

/** True where the text holds at least one expression. */
export function hasExpression(text: string): boolean {
  return (
    text.includes('{{') && compileTemplate(text).parts.some((part) => typeof part !== 'string')
  );
}

function looksLikeExpression(text: string, at: number): boolean {
  namePattern.lastIndex = at;
  return namePattern.test(text);
}

function expressionAt(text: string, start: number): TemplateExpression | undefined {
  namePattern.lastIndex = start;
  const name = namePattern.exec(text);
  if (name === null) {
    return undefined;
  }
  let at = namePattern.lastIndex;
  let args: string | undefined;
  if (text[at] === '(') {
    const close = closingParenthesis(text, at);
    if (close === undefined) {
      return undefined;
    }
    args = text.slice(at + 1, close).trim();
    at = close + 1;
  }
  closePattern.lastIndex = at;
  if (!closePattern.test(text)) {
    return undefined;
  }
  const end = closePattern.lastIndex;
  const expression = expressionOf(name[1] ?? '', args);
  return { expression, source: text.slice(start, end), start, end };
}

/** The offset of the `)` that closes the `(` at `open`; quoted text is skipped. */
function closingParenthesis(text: string, open: number): number | undefined {
  let depth = 0;
  let quote = '';
  const last = Math.min(text.length, open + longestArguments);
  for (let at = open; at < last; at += 1) {
    const char = text[at] ?? '';
    if (quote !== '') {
      if (char === '\\') {
        at += 1;
      } else if (char === quote) {
        quote = '';
      }
    } else if (char === '"' || char === "'") {
      quote = char;
    } else if (char === '(') {
      depth += 1;
    } else if (char === ')') {
      depth -= 1;
      if (depth === 0) {
        return at;
      }
    }
  }
  return undefined;
}
