import { blockAtLine } from '../blockText.ts';
import { isBlank, isComment } from '../lineKinds.ts';
import { propertyTables } from '../properties/propertyTables.ts';
import { strictProperty } from '../propertyLine.ts';
import type { ScratchBlock, ScratchDocument } from '../scratchDocument.ts';

/** The block that a line belongs to while it is being written, and whether it is a line of its body. */
export interface Place {
  readonly block: ScratchBlock | undefined;
  readonly inBody: boolean;
  /** The line may still become a property, or the keyword of a next block. */
  readonly canBeProperty: boolean;
}

/** Blank lines and comments behind a block belong to it until a `###`, as what is typed there would. */
export function placeAt(
  document: ScratchDocument,
  line: number,
  textOf: (line: number) => string,
): Place {
  const block = blockAtLine(document.blocks, line);
  const isOwn = block !== undefined && isReached(block, line, textOf);
  if (!isOwn || block.kind === 'SHOW' || block.kind === 'DELETE') {
    return {
      block: block?.startLine === line ? block : undefined,
      inBody: false,
      canBeProperty: false,
    };
  }
  const bodyLine = block.body?.range.start.line;
  const inBody = bodyLine !== undefined && line >= bodyLine;
  const canBeProperty =
    line > block.startLine && (!inBody || onlyProperties(block, bodyLine, line, textOf));
  return { block, inBody, canBeProperty };
}

/** A PRODUCER without a text to send yet takes its last properties for the text. */
function onlyProperties(
  { kind }: ScratchBlock,
  from: number,
  to: number,
  textOf: (line: number) => string,
): boolean {
  for (let line = from; line < to; line += 1) {
    const text = textOf(line);
    const isOne = strictProperty(text, line, propertyTables[kind]) !== undefined;
    if (!isOne && !isBlank(text) && !isComment(text)) return false;
  }
  return true;
}

function isReached(block: ScratchBlock, line: number, textOf: (line: number) => string): boolean {
  for (let between = block.endLine; between < line; between += 1) {
    const text = textOf(between);
    if (!isBlank(text) && !isComment(text)) return false;
  }
  return line < block.endLine || !textOf(line).startsWith('#');
}
