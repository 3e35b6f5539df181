import type { SourceLine } from './lines.ts';
import type { PropertyLine } from './scratchDocument.ts';

/** The text being parsed: lines never change during a parse. */
export interface Source {
  readonly text: string;
  readonly lines: readonly SourceLine[];
}

/** What scanning a block's lines gave; `bodyLine` is the first line of its body. */
export interface BlockScan {
  readonly properties: readonly PropertyLine[];
  readonly bodyLine?: number;
  /** The line that does not belong to the block any more: `###`, the next keyword, or the end. */
  readonly nextLine: number;
}

/** The text of a line; empty behind the last one. */
export function lineText(source: Source, line: number): string {
  return source.lines[line]?.text ?? '';
}
