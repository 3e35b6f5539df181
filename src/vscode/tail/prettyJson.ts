/** Deeper nesting is not indented further: a line must not be all spaces. */
const maxIndent = 100;
const scalar = /[^\s{}[\],:"]+/y;

/**
 * JSON laid out with two spaces, for an editor. It only moves white space: every digit, every duplicate
 * name and every escape stays as it is in the text, which must be valid JSON.
 */
export function prettyJson(text: string): string {
  const parts: string[] = [];
  let depth = 0;
  let last = '';
  for (let at = 0; at < text.length;) {
    const token = tokenAt(text, at);
    at += Math.max(1, token.length);
    if (token === '') continue;
    const closes = token === '}' || token === ']';
    const inside = last === '{' || last === '[';
    if (closes) depth--;
    if (closes ? !inside : inside || last === ',') parts.push(lineEnd(depth));
    parts.push(token === ':' ? ': ' : token);
    if (token === '{' || token === '[') depth++;
    last = token;
  }
  return parts.join('');
}

/** The token at `at`; empty for white space. */
function tokenAt(text: string, at: number): string {
  const first = text.charAt(at);
  if (first === '"') return text.slice(at, stringEnd(text, at));
  if ('{}[],:'.includes(first)) return first;
  scalar.lastIndex = at;
  return scalar.exec(text)?.[0] ?? '';
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

function lineEnd(depth: number): string {
  return `\n${'  '.repeat(Math.min(depth, maxIndent))}`;
}
