import type { TextPosition } from './textRange.ts';

/**
 * Turns offsets of a text that begins at `start` into places. Offsets must come in rising order: the
 * text is walked once, however many are asked for.
 */
export function positionCounter(
  text: string,
  start: TextPosition,
): (offset: number) => TextPosition {
  let line = start.line;
  let lineStart = -start.character;
  let at = 0;
  return (offset) => {
    for (; at < offset; at += 1) {
      const char = text[at];
      if (char === '\n' || (char === '\r' && text[at + 1] !== '\n')) {
        line += 1;
        lineStart = at + 1;
      }
    }
    return { line, character: offset - lineStart };
  };
}
