/** Deeper nesting is not indented further: a line must not be all spaces. */
const maxIndent = 100;
const lineEnds = Array.from({ length: maxIndent + 1 }, (_, depth) => `\n${'  '.repeat(depth)}`);

/**
 * JSON laid out with two spaces, for an editor. It only moves white space: every digit, every duplicate
 * name and every escape stays as it is in the text, which must be valid JSON.
 */
export function prettyJson(text: string): string {
  const parts: string[] = [];
  let depth = 0;
  let last = '';
  for (let at = 0; at < text.length;) {
    const first = text.charAt(at);
    if (isSpace(first)) {
      at++;
      continue;
    }
    const end = tokenEnd(text, at, first);
    const closes = first === '}' || first === ']';
    const inside = last === '{' || last === '[';
    if (closes) depth--;
    if (closes ? !inside : inside || last === ',') {
      parts.push(lineEnds[Math.min(depth, maxIndent)] ?? '');
    }
    parts.push(first === ':' ? ': ' : text.slice(at, end));
    if (first === '{' || first === '[') depth++;
    last = first;
    at = end;
  }
  return parts.join('');
}

/** Behind the token at `at`. By hand: an expression for each of millions of tokens takes five times as long. */
function tokenEnd(text: string, at: number, first: string): number {
  if (first === '"') return stringEnd(text, at);
  let end = at + 1;
  if (isMark(first)) return end;
  for (; end < text.length; end++) {
    const next = text.charAt(end);
    if (next === '"' || isMark(next) || isSpace(next)) break;
  }
  return end;
}

function isMark(character: string): boolean {
  return (
    character === ',' ||
    character === ':' ||
    character === '{' ||
    character === '}' ||
    character === '[' ||
    character === ']'
  );
}

function isSpace(character: string): boolean {
  return character === ' ' || character === '\n' || character === '\r' || character === '\t';
}

/** Behind the closing quote. By hand: an expression would need a stack as deep as the string is long. */
function stringEnd(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x22) return at + 1;
    if (code === 0x5c) at++;
  }
  return text.length;
}
