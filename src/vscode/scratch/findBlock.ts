import { Uri, window, workspace, type TextDocument } from 'vscode';
import { blockAtLine } from '../../core/scratch/blockText.ts';
import type { ScratchBlock } from '../../core/scratch/scratchDocument.ts';
import { languages } from '../ids.ts';
import type { ScratchParse, ScratchParses } from './scratchParses.ts';

/** A block of an open document, and how that was parsed. */
export interface FoundBlock {
  readonly document: TextDocument;
  readonly parse: ScratchParse;
  readonly block: ScratchBlock;
}

/** The block that a lens hands in by document and index, else the one of the cursor. */
export async function findBlock(
  parses: ScratchParses,
  uri?: unknown,
  index?: unknown,
): Promise<FoundBlock | undefined> {
  const document =
    uri instanceof Uri ? await workspace.openTextDocument(uri) : window.activeTextEditor?.document;
  if (document?.languageId !== languages.scratch) return undefined;
  const parse = parses.of(document);
  const { blocks } = parse.document;
  const line = window.activeTextEditor?.selection.active.line ?? 0;
  const block = typeof index === 'number' ? blocks[index] : blockAtLine(blocks, line);
  return block === undefined ? undefined : { document, parse, block };
}
