/**
 * The text of one field of a JSON text, exactly as it stands there: no digit is lost and a null is `null`.
 * Undefined where there is no such field, or the text is no JSON on the way to it. A name that is there
 * twice means the last one, as it does to every parser. Any depth, linear time.
 */
export function jsonField(text: string, steps: readonly string[]): string | undefined {
  let at = skipSpace(text, 0);
  for (const step of steps) {
    at = text[at] === '{' ? memberAt(text, at, step) : elementAt(text, at, step);
    if (at < 0) return undefined;
  }
  const end = valueEnd(text, at);
  return end < 0 ? undefined : text.slice(at, end);
}

/** Where the value of that member begins; −1 where there is none. */
function memberAt(text: string, open: number, name: string): number {
  const plain = JSON.stringify(name);
  let found = -1;
  let at = skipSpace(text, open + 1);
  while (text[at] === '"') {
    const end = stringEnd(text, at);
    const colon = skipSpace(text, end);
    if (end < 0 || text[colon] !== ':') return -1;
    const value = skipSpace(text, colon + 1);
    if (isName(text.slice(at, end), plain, name)) found = value;
    const behind = valueEnd(text, value);
    if (behind < 0) return -1;
    at = skipSpace(text, behind);
    if (text[at] === '}') return found;
    if (text[at] !== ',') return -1;
    at = skipSpace(text, at + 1);
  }
  return -1;
}

function isName(raw: string, plain: string, name: string): boolean {
  if (raw === plain) return true;
  if (!raw.includes('\\')) return false;
  try {
    return JSON.parse(raw) === name;
  } catch {
    return false;
  }
}

function elementAt(text: string, open: number, step: string): number {
  if (text[open] !== '[' || !/^\d{1,9}$/.test(step)) return -1;
  let at = skipSpace(text, open + 1);
  if (text[at] === ']') return -1;
  for (let left = Number(step); left > 0; left--) {
    const behind = valueEnd(text, at);
    if (behind < 0) return -1;
    const comma = skipSpace(text, behind);
    if (text[comma] !== ',') return -1;
    at = skipSpace(text, comma + 1);
  }
  return at;
}

const scalar = /-?\d[\d.eE+-]*|true|false|null/y;

/** Behind the value at `at`; −1 where none begins there or it does not end. Brackets need only be balanced. */
function valueEnd(text: string, at: number): number {
  const first = text[at];
  if (first === '"') return stringEnd(text, at);
  if (first !== '{' && first !== '[') {
    scalar.lastIndex = at;
    return scalar.test(text) ? scalar.lastIndex : -1;
  }
  let depth = 0;
  for (let here = at; here < text.length; here++) {
    const character = text[here];
    if (character === '"') {
      here = stringEnd(text, here) - 1;
      if (here < 0) return -1;
    } else if (character === '{' || character === '[') {
      depth++;
    } else if (character === '}' || character === ']') {
      if (--depth === 0) return here + 1;
    }
  }
  return -1;
}

/** Behind the closing quote of the string at `open`; −1 where there is none. */
function stringEnd(text: string, open: number): number {
  for (let at = open + 1; at < text.length; at++) {
    if (text[at] === '"') return at + 1;
    if (text[at] === '\\') at++;
  }
  return -1;
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && ' \t\r\n'.includes(text.charAt(at))) at++;
  return at;
}
