import { NotebookCellKind, type TextDocument } from 'vscode';
import { blockTexts } from '../../core/scratch/blockText.ts';
import { topicsMade } from '../../core/scratch/language/liveProblems.ts';
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

  /** The topics that a document's own TOPIC blocks make. */
  topicsMadeBy(document: TextDocument): readonly string[] {
    return topicsMade(parsed(this.#alone, document).document);
  }

  /** The topics that the other cells of a cell's notebook make. */
  topicsMadeElsewhere(document: TextDocument): readonly string[] {
    return codeCells(document)
      .filter((one) => one !== document)
      .flatMap((one) => this.topicsMadeBy(one));
  }

  #outerVariables(document: TextDocument): OuterVariables | undefined {
    const documents = codeCells(document);
    const at = documents.indexOf(document);
    if (at < 0) return undefined;
    const variables = (some: readonly TextDocument[]): NamedText[] =>
      some.flatMap((one) => this.variablesOf(one));
    return { before: variables(documents.slice(0, at)), after: variables(documents.slice(at + 1)) };
  }
}

/** The code cells of the notebook that a document is a cell of; none where it is none. */
function codeCells(document: TextDocument): readonly TextDocument[] {
  const cells = notebookOf(document)?.getCells() ?? [];
  return cells.filter(({ kind }) => kind === NotebookCellKind.Code).map((cell) => cell.document);
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
