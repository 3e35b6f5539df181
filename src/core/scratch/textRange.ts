/** A place in a text: 0-based line and UTF-16 character, as VS Code counts. */
export interface TextPosition {
  readonly line: number;
  readonly character: number;
}

/** From `start` (inclusive) to `end` (exclusive). */
export interface TextRange {
  readonly start: TextPosition;
  readonly end: TextPosition;
}

/** A range within one line. */
export function rangeInLine(line: number, from: number, to: number): TextRange {
  return { start: { line, character: from }, end: { line, character: to } };
}
