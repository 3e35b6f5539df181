import {
  Diagnostic,
  DiagnosticSeverity,
  l10n,
  languages as vscodeLanguages,
  type TextDocument,
  type Uri,
} from 'vscode';
import type { ScratchDiagnostic, Severity } from '../../core/scratch/scratchDocument.ts';
import { problemSentence } from '../../messages/scratchProblems.ts';
import { languages } from '../ids.ts';
import type { BlockRuns } from './blockRuns.ts';
import { toRange } from './ranges.ts';
import type { ProblemsAround } from './problemsAround.ts';
import type { ScratchParses } from './scratchParses.ts';

const severityOf: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** The diagnostics of scratch files: what the parser found, and what made the last runs fail. */
export class ScratchDiagnostics {
  readonly #collection = vscodeLanguages.createDiagnosticCollection(languages.scratch);
  readonly #runs: BlockRuns;
  readonly #parses: ScratchParses;
  readonly #around: ProblemsAround;

  constructor(runs: BlockRuns, parses: ScratchParses, around: ProblemsAround) {
    this.#runs = runs;
    this.#parses = parses;
    this.#around = around;
  }

  /** Finds a document's diagnostics anew. */
  show(document: TextDocument): void {
    if (document.languageId !== languages.scratch) return;
    const parsed = this.#parses.of(document).document;
    const found = parsed.diagnostics.map(shown);
    const failures = this.#failures(document, found);
    // What a run has just been told needs no second telling.
    const live = this.#around(document)
      .map(shown)
      .filter(({ range }) => !failures.some((failure) => failure.range.isEqual(range)));
    this.#collection.set(document.uri, [...found, ...live, ...failures]);
  }

  /** A failure of the parser's own is not told twice. */
  #failures(document: TextDocument, found: readonly Diagnostic[]): Diagnostic[] {
    const { uri } = document;
    const parse = this.#parses.of(document);
    return parse.document.blocks.flatMap((block) => {
      const result = this.#runs.find(uri, parse, block)?.result;
      if (result?.error === undefined) return [];
      const { range = block.keywordRange, message } = result.error;
      // The block may have moved since it ran.
      const moved = result.error.range === undefined ? 0 : block.startLine - result.line;
      const place = toRange(range, moved);
      const known = found.some((one) => one.message === message);
      return known ? [] : [own(new Diagnostic(place, message, DiagnosticSeverity.Error))];
    });
  }

  clear(uri: Uri): void {
    this.#collection.delete(uri);
  }

  dispose(): void {
    this.#collection.dispose();
  }
}

function shown(diagnostic: ScratchDiagnostic): Diagnostic {
  const sentence = problemSentence(diagnostic, l10n.t);
  return own(new Diagnostic(toRange(diagnostic.range), sentence, severityOf[diagnostic.severity]));
}

function own(diagnostic: Diagnostic): Diagnostic {
  diagnostic.source = 'Kafka';
  return diagnostic;
}
