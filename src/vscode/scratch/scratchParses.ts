import { NotebookCellKind, type TextDocument } from 'vscode';
import { blockTexts } from '../../core/scratch/blockText.ts';
import { parseScratch, type OuterVariables } from '../../core/scratch/parseScratch.ts';
import type { NamedText, ScratchDocument } from '../../core/scratch/scratchDocument.ts';
import { notebookOf } from './cellNotebook.ts';

/** A parsed version of a document. */
export interface ScratchParse {
  readonly document: ScratchDocument;
  /** The text of each block, by its index. */
  readonly texts: readonly string[];
}

interface Known {
  readonly version: number;
  /** What the text was parsed with, as a text to compare. */
  readonly outer: string;
  readonly parse: ScratchParse;
}

/**
 * Parses documents once for each of their versions; closed documents are forgotten. The cells of a notebook
 * see each other's variables.
 */
export class ScratchParses {
  readonly #parses = new WeakMap<TextDocument, Known>();
  readonly #alone = new WeakMap<TextDocument, Known>();

  of(document: TextDocument): ScratchParse {
    return parsed(this.#parses, document, this.#outerVariables(document));
  }

  /** The variables of a document itself. */
  variablesOf(document: TextDocument): readonly NamedText[] {
    return parsed(this.#alone, document).document.variables.map(({ name, text }) => ({
      name,
      text,
    }));
  }

  #outerVariables(document: TextDocument): OuterVariables | undefined {
    const cells = notebookOf(document)?.getCells();
    if (cells === undefined) return undefined;
    const at = cells.findIndex((cell) => cell.document === document);
    const variables = (some: typeof cells): NamedText[] =>
      some
        .filter(({ kind }) => kind === NotebookCellKind.Code)
        .flatMap((cell) => this.variablesOf(cell.document));
    return { before: variables(cells.slice(0, at)), after: variables(cells.slice(at + 1)) };
  }
}

function parsed(
  parses: WeakMap<TextDocument, Known>,
  document: TextDocument,
  outerVariables?: OuterVariables,
): ScratchParse {
  const { version } = document;
  const outer = JSON.stringify(outerVariables ?? '');
  const known = parses.get(document);
  if (known?.version === version && known.outer === outer) return known.parse;
  const text = document.getText();
  const found = parseScratch(text, outerVariables);
  const parse = { document: found, texts: blockTexts(text, found.blocks) };
  parses.set(document, { version, outer, parse });
  return parse;
}
