import { lineText, type Source } from '../blockScan.ts';
import { splitLines } from '../lines.ts';
import type { ScratchDocument } from '../scratchDocument.ts';
import { rangeInLine, type TextRange } from '../textRange.ts';

/** A replacement within one line. */
export interface LineEdit {
  readonly range: TextRange;
  readonly text: string;
}

/**
 * Puts keyword, property and variable lines in one form (`name: value`, `@name = value`, no white space around).
 * What is sent is never touched: bodies, comments and text outside blocks stay as they are.
 */
export function formatEdits(document: ScratchDocument, text: string): LineEdit[] {
  const source: Source = { text, lines: splitLines(text) };
  const edits: LineEdit[] = [];
  const set = (line: number, wanted: string): void => {
    const now = lineText(source, line);
    if (now !== wanted) edits.push({ range: rangeInLine(line, 0, now.length), text: wanted });
  };
  for (const { line, name, text: value } of document.variables) {
    set(line, `@${name} = ${value}`.trimEnd());
  }
  for (const { kind, startLine, argument, properties } of document.blocks) {
    // A label may follow its keyword without a space.
    const glued = /^\S/.test(lineText(source, startLine).slice(kind.length));
    set(startLine, glued ? `${kind}${argument}` : `${kind} ${argument}`.trimEnd());
    for (const { line, name, text: value } of properties) {
      set(line, `${name}: ${value}`.trimEnd());
    }
  }
  return edits.sort((a, b) => a.range.start.line - b.range.start.line);
}
