import { CodeLens, EventEmitter, type CodeLensProvider, type TextDocument } from 'vscode';
import type { ClusterRegistry } from '../clusters/clusterRegistry.ts';
import { blockLenses } from './blockLenses.ts';
import type { BlockRuns } from './blockRuns.ts';
import { isCell } from './cellNotebook.ts';
import { toRange } from './ranges.ts';
import type { ScratchParses } from './scratchParses.ts';

/** The lenses above each block of a scratch file. */
export class ScratchLenses implements CodeLensProvider {
  readonly #changed = new EventEmitter<void>();
  readonly onDidChangeCodeLenses = this.#changed.event;
  readonly #clusters: ClusterRegistry;
  readonly #runs: BlockRuns;
  readonly #parses: ScratchParses;

  constructor(clusters: ClusterRegistry, runs: BlockRuns, parses: ScratchParses) {
    this.#clusters = clusters;
    this.#runs = runs;
    this.#parses = parses;
  }

  /** Has VS Code ask again. */
  refresh(): void {
    this.#changed.fire();
  }

  provideCodeLenses(document: TextDocument): CodeLens[] {
    // A cell has a button and a status bar of its own.
    if (isCell(document.uri)) return [];
    const parse = this.#parses.of(document);
    return parse.document.blocks.flatMap((block) =>
      blockLenses({ document, parse, block }, this.#clusters, this.#runs).map(
        (command) => new CodeLens(toRange(block.keywordRange), command),
      ),
    );
  }

  dispose(): void {
    this.#changed.dispose();
  }
}
