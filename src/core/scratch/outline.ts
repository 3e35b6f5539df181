import { findProperty } from './findProperty.ts';
import type { ScratchBlock, ScratchDocument } from './scratchDocument.ts';

/** A block in the outline of a file. */
export interface OutlineEntry {
  /** The keyword line: `PRODUCER keyed`. */
  readonly name: string;
  /** The topic, where that is not the name. */
  readonly detail: string;
  readonly block: ScratchBlock;
}

/** The blocks of a file as its outline shows them. */
export function outline({ blocks }: ScratchDocument): OutlineEntry[] {
  return blocks.map((block) => ({
    name: `${block.kind} ${block.argument}`.trim(),
    detail: findProperty(block, 'topic')?.text ?? '',
    block,
  }));
}

/** Lines that fold together: 0-based, both inclusive. */
export interface FoldedLines {
  readonly startLine: number;
  readonly endLine: number;
  readonly comment: boolean;
}

/** Blocks and runs of comments of more than one line. A block's `###` stays visible. */
export function foldedLines({ parts }: ScratchDocument): FoldedLines[] {
  return parts.flatMap(({ kind, startLine, endLine }) =>
    endLine - startLine > 1 && (kind === 'block' || kind === 'comment')
      ? [{ startLine, endLine: endLine - 1, comment: kind === 'comment' }]
      : [],
  );
}
