import {
  Range,
  SemanticTokensBuilder,
  SemanticTokensLegend,
  type DocumentSemanticTokensProvider,
  type SemanticTokens,
  type TextDocument,
} from 'vscode';
import { tokenModifiers, tokensOf, tokenTypes } from '../../core/scratch/language/tokensOf.ts';
import type { ScratchParses } from './scratchParses.ts';

/** Colours what the parser found, where the grammar can only guess from single lines. */
export class ScratchTokens implements DocumentSemanticTokensProvider {
  static readonly legend = new SemanticTokensLegend([...tokenTypes], [...tokenModifiers]);
  readonly #parses: ScratchParses;

  constructor(parses: ScratchParses) {
    this.#parses = parses;
  }

  provideDocumentSemanticTokens(document: TextDocument): SemanticTokens {
    const builder = new SemanticTokensBuilder(ScratchTokens.legend);
    for (const token of tokensOf(this.#parses.of(document).document)) {
      const { line, character, length, type, modifiers } = token;
      builder.push(new Range(line, character, line, character + length), type, [...modifiers]);
    }
    return builder.build();
  }
}
