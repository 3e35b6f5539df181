/** One line of a file: its text without the line end, and where it stands in the whole text. */
export interface SourceLine {
  readonly text: string;
  /** UTF-16 offset of the line's first character. */
  readonly start: number;
  /** Offset behind the line's last character, before its line end. */
  readonly end: number;
}

const CARRIAGE_RETURN = 13;
const LINE_FEED = 10;

/**
 * Splits a text at `\r\n`, `\n` and `\r`, as VS Code does. Always at least one line; a text that ends
 * with a line end has an empty last line.
 */
export function splitLines(text: string): SourceLine[] {
  const lines: SourceLine[] = [];
  let start = 0;
  while (start <= text.length) {
    const end = lineEnd(text, start);
    lines.push({ text: text.slice(start, end), start, end });
    if (end === text.length) {
      break;
    }
    const pair = text.charCodeAt(end) === CARRIAGE_RETURN && text.charCodeAt(end + 1) === LINE_FEED;
    start = end + (pair ? 2 : 1);
  }
  return lines;
}

function lineEnd(text: string, from: number): number {
  for (let at = from; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === LINE_FEED || code === CARRIAGE_RETURN) {
      return at;
    }
  }
  return text.length;
}
