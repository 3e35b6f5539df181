import type { TextRange } from './textRange.ts';

/** One replacement in a text; a list of them is ordered from the end of the text to its start. */
export interface TextChange {
  readonly range: TextRange;
  readonly text: string;
}

/**
 * Where the line that was `line` is after the changes: changes that end before it move it. A change that
 * touches the line itself leaves it where its first part is.
 */
export function shiftLine(line: number, changes: readonly TextChange[]): number {
  return changes.reduce((at, { range, text }) => {
    const { start, end } = range;
    const isBefore = end.line < at || (end.line === at && end.character === 0);
    return isBefore ? at + lineEnds(text) - (end.line - start.line) : at;
  }, line);
}

function lineEnds(text: string): number {
  return text.split(/\r\n|\n|\r/).length - 1;
}
