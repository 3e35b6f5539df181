import {
  DocumentSymbol,
  FoldingRange,
  FoldingRangeKind,
  SymbolKind,
  type DocumentSymbolProvider,
  type FoldingRangeProvider,
  type TextDocument,
} from 'vscode';
import { foldedLines, outline } from '../../core/scratch/outline.ts';
import { toRange } from './ranges.ts';
import type { ScratchParses } from './scratchParses.ts';

/** The outline and the folding of scratch files. */
export class ScratchOutline implements DocumentSymbolProvider, FoldingRangeProvider {
  readonly #parses: ScratchParses;

  constructor(parses: ScratchParses) {
    this.#parses = parses;
  }

  provideDocumentSymbols(document: TextDocument): DocumentSymbol[] {
    return outline(this.#parses.of(document).document).map(
      ({ name, detail, block }) =>
        new DocumentSymbol(
          name,
          detail,
          SymbolKind.Event,
          toRange(block.range),
          toRange(block.keywordRange),
        ),
    );
  }

  provideFoldingRanges(document: TextDocument): FoldingRange[] {
    return foldedLines(this.#parses.of(document).document).map(
      ({ startLine, endLine, comment }) =>
        new FoldingRange(
          startLine,
          endLine,
          comment ? FoldingRangeKind.Comment : FoldingRangeKind.Region,
        ),
    );
  }
}
