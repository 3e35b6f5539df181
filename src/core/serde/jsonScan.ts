/**
 * Whether a text is exactly one JSON object or array (RFC 8259), whitespace around it allowed. It only looks:
 * no value is made, so every digit, duplicate name and order stays as it is in the text. Bare scalars do not
 * count: a key `42` is text. Any depth, linear time.
 */
export function isJsonContainer(text: string): boolean {
  const start = skipSpace(text, 0);
  const first = text.charCodeAt(start);
  if (first !== openBrace && first !== openBracket) return false;
  // What is open at the moment: closing characters, innermost last.
  const open: number[] = [];
  let at = start;
  let valueNext = true;
  do {
    if (valueNext) {
      const character = text.charCodeAt(at);
      if (character === openBrace || character === openBracket) {
        const close = character + 2;
        at = skipSpace(text, at + 1);
        if (text.charCodeAt(at) !== close) {
          open.push(close);
          if (close === closeBrace) at = skipName(text, at);
          if (at < 0) return false;
          continue;
        }
        at++;
      } else {
        at = skipScalar(text, at);
        if (at < 0) return false;
      }
      valueNext = false;
      at = skipSpace(text, at);
      continue;
    }
    const close = open.at(-1);
    const character = text.charCodeAt(at);
    if (character === close) {
      open.pop();
      at = skipSpace(text, at + 1);
    } else if (character === comma) {
      at = skipSpace(text, at + 1);
      if (close === closeBrace) at = skipName(text, at);
      if (at < 0) return false;
      valueNext = true;
    } else {
      return false;
    }
  } while (open.length > 0);
  return at === text.length;
}

const openBrace = 0x7b;
const closeBrace = 0x7d;
const openBracket = 0x5b;
const comma = 0x2c;
const colon = 0x3a;
const quote = 0x22;
const backslash = 0x5c;

function skipSpace(text: string, from: number): number {
  for (let at = from; ; at++) {
    const character = text.charCodeAt(at);
    if (character !== 0x20 && character !== 0x0a && character !== 0x0d && character !== 0x09) {
      return at;
    }
  }
}

/** Behind a member's name and colon; −1 where there is none. */
function skipName(text: string, from: number): number {
  if (text.charCodeAt(from) !== quote) return -1;
  const end = skipString(text, from);
  if (end < 0) return -1;
  const at = skipSpace(text, end);
  return text.charCodeAt(at) === colon ? skipSpace(text, at + 1) : -1;
}

const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;

function skipScalar(text: string, from: number): number {
  if (text.charCodeAt(from) === quote) return skipString(text, from);
  for (const word of ['true', 'false', 'null']) {
    if (text.startsWith(word, from)) return from + word.length;
  }
  number.lastIndex = from;
  return number.test(text) ? number.lastIndex : -1;
}

const escape = /["\\/bfnrt]|u[0-9a-fA-F]{4}/y;

/** Behind the closing quote of the string at `from`; −1 where it does not end or holds what it must not. */
function skipString(text: string, from: number): number {
  for (let at = from + 1; at < text.length; at++) {
    const character = text.charCodeAt(at);
    if (character === quote) return at + 1;
    if (character < 0x20) return -1;
    if (character !== backslash) continue;
    escape.lastIndex = at + 1;
    if (!escape.test(text)) return -1;
    at = escape.lastIndex - 1;
  }
  return -1;
}
