import {
  CodeLens,
  EventEmitter,
  l10n,
  type CodeLensProvider,
  type TextDocument,
  type Uri,
} from 'vscode';
import { findProperty } from '../../core/scratch/findProperty.ts';
import { endsByItself, furtherActions } from '../../core/scratch/furtherBlock.ts';
import { writes } from '../../core/scratch/writes.ts';
import { lensTitles, type LensAction } from '../../messages/lensTitles.ts';
import { remediesOf } from '../../run/remediesOf.ts';
import type { ClusterRegistry } from '../clusters/clusterRegistry.ts';
import { commands } from '../ids.ts';
import { blockCluster } from './blockCluster.ts';
import type { BlockRuns } from './blockRuns.ts';
import { isCell } from './cellNotebook.ts';
import { toRange } from './ranges.ts';
import { remedyCommand } from './remedyCommand.ts';
import type { ScratchParses } from './scratchParses.ts';

const commandOf: Readonly<Record<Exclude<LensAction, 'remedy'>, string>> = {
  run: commands.runBlock,
  runTen: commands.runBlock,
  cancel: commands.cancelBlock,
  stop: commands.cancelBlock,
  describe: commands.runBlock,
  preview: commands.runBlock,
  delete: commands.runBlock,
  table: commands.runBlock,
  open: commands.openResult,
  cluster: commands.selectCluster,
  readOnly: commands.setAccess,
};

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
    const { name: cluster, pinned } = blockCluster(parse.document, this.#clusters);
    const saved = cluster === undefined ? undefined : this.#clusters.find(cluster);
    const readOnly = saved?.access === 'readOnly';
    return parse.document.blocks.flatMap((block) => {
      const run = this.#runs.find(document.uri, parse, block);
      const viewing = run?.view?.tail.reading === true;
      const state = {
        kind: block.kind,
        group: block.kind === 'CONSUMER' ? block.argument : '',
        commits: findProperty(block, 'commit')?.text !== 'false',
        refused: writes(block) && readOnly,
        further: furtherActions(block).filter((action) =>
          // Running one without an end shows the table anyway.
          action === 'table' ? viewing || endsByItself(block) : action !== 'delete' || !readOnly,
        ),
        running: run?.abort !== undefined,
        viewing,
        remedies:
          run?.result?.error === undefined
            ? []
            : remediesOf(
                block,
                run.result.error,
                this.#clusters.find(run.cluster) ?? { name: run.cluster },
              ),
        openable:
          (run?.result?.records ?? run?.result?.ranges ?? run?.result?.rows ?? []).length > 0,
        cluster,
        pinned,
      };
      return lensTitles(state, l10n.t).map(
        ({ action, title, remedy }) =>
          new CodeLens(
            toRange(block.keywordRange),
            action === 'remedy'
              ? remedy && { ...remedyCommand(remedy, document.uri, block.index), title }
              : {
                  title,
                  // The file's own cluster is changed in the file: its lens only tells.
                  command: action === 'cluster' && pinned ? '' : commandOf[action],
                  arguments: argumentsOf(action, document.uri, block.index, cluster),
                },
          ),
      );
    });
  }

  dispose(): void {
    this.#changed.dispose();
  }
}

function argumentsOf(
  action: LensAction,
  uri: Uri,
  block: number,
  cluster: string | undefined,
): unknown[] {
  switch (action) {
    case 'cluster':
      return [];
    case 'readOnly':
      return [{ cluster }];
    case 'runTen':
      return [uri, block, 10];
    case 'describe':
    case 'preview':
    case 'delete':
    case 'table':
      return [uri, block, 1, action];
    default:
      return [uri, block];
  }
}
