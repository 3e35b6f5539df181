import type { TextDocument } from 'vscode';
import { blockTexts } from '../../core/scratch/blockText.ts';
import { parseScratch } from '../../core/scratch/parseScratch.ts';
import type { ScratchDocument } from '../../core/scratch/scratchDocument.ts';

/** A parsed version of a document. */
export interface ScratchParse {
  readonly document: ScratchDocument;
  /** The text of each block, by its index. */
  readonly texts: readonly string[];
}

/** Parses documents once for each of their versions; closed documents are forgotten. */
export class ScratchParses {
  readonly #parses = new WeakMap<TextDocument, { version: number; parse: ScratchParse }>();

  of(document: TextDocument): ScratchParse {
    const known = this.#parses.get(document);
    if (known?.version === document.version) return known.parse;
    const text = document.getText();
    const parsed = parseScratch(text);
    const parse = { document: parsed, texts: blockTexts(text, parsed.blocks) };
    this.#parses.set(document, { version: document.version, parse });
    return parse;
  }
}
