/** What a token is, for its colour. `other` is whatever is not JSON: shown as it stands. */
export const tokenKind = {
  open: 1,
  close: 2,
  comma: 3,
  colon: 4,
  string: 5,
  key: 6,
  number: 7,
  literal: 8,
  other: 9,
} as const;

/** The tokens of a text, as places in it: nothing is parsed, so no digit and no duplicate key is lost. */
export interface JsonTokens {
  readonly text: string;
  readonly count: number;
  readonly kinds: Uint8Array;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
}

const single: Readonly<Record<string, number>> = {
  '{': tokenKind.open,
  '[': tokenKind.open,
  '}': tokenKind.close,
  ']': tokenKind.close,
  ',': tokenKind.comma,
  ':': tokenKind.colon,
};
const space = /[ \t\r\n]*/y;
const word = /[^\s{}[\],:"]+|[^]/y;
const number = /^-?\d[\d.eE+-]*$/;
const literal = /^(?:true|false|null)$/;

/** Cuts a text into tokens. Total: any text has some, none throws. */
export function jsonTokens(text: string): JsonTokens {
  let kinds = new Uint8Array(1024);
  let starts = new Uint32Array(1024);
  let ends = new Uint32Array(1024);
  let count = 0;
  for (let at = match(space, text, 0); at < text.length; at = match(space, text, at)) {
    if (count === kinds.length) {
      kinds = grown(kinds, new Uint8Array(count * 2));
      starts = grown(starts, new Uint32Array(count * 2));
      ends = grown(ends, new Uint32Array(count * 2));
    }
    const character = text.charAt(at);
    let kind = single[character];
    let end = at + 1;
    if (character === '"') {
      kind = tokenKind.string;
      end = stringEnd(text, at);
    } else if (kind === undefined) {
      end = match(word, text, at);
      kind = kindOfWord(text.slice(at, end));
    } else if (kind === tokenKind.colon && kinds[count - 1] === tokenKind.string) {
      kinds[count - 1] = tokenKind.key;
    }
    kinds[count] = kind;
    starts[count] = at;
    ends[count] = end;
    count++;
    at = end;
  }
  return { text, count, kinds, starts, ends };
}

function match(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}

/** By hand: a pattern would keep a place to return to for each character of a long string. */
function stringEnd(text: string, open: number): number {
  for (let from = open + 1; ;) {
    const quote = text.indexOf('"', from);
    if (quote < 0) return text.length;
    let slashes = 0;
    while (quote - slashes > from && text[quote - slashes - 1] === '\\') slashes++;
    if (slashes % 2 === 0) return quote + 1;
    from = quote + 1;
  }
}

function kindOfWord(text: string): number {
  if (literal.test(text)) return tokenKind.literal;
  return number.test(text) ? tokenKind.number : tokenKind.other;
}

function grown<A extends Uint8Array | Uint32Array>(from: A, to: A): A {
  to.set(from);
  return to;
}
