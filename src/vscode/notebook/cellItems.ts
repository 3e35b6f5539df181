import {
  Disposable,
  l10n,
  NotebookCellStatusBarAlignment,
  NotebookCellStatusBarItem,
  notebooks,
  type Command,
  type EventEmitter,
  type NotebookCell,
} from 'vscode';
import { commands, notebookIds } from '../ids.ts';
import { blockCluster, type BlockCluster } from '../scratch/blockCluster.ts';
import type { BlockRuns } from '../scratch/blockRuns.ts';
import { isCell } from '../scratch/cellNotebook.ts';
import { remedyCommand } from '../scratch/remedyCommand.ts';
import { runRemedies } from '../scratch/runRemedies.ts';
import type { ScratchDeps } from '../scratch/scratchDeps.ts';
import type { ScratchParses } from '../scratch/scratchParses.ts';
import type { NotebookRunner } from './notebookRunner.ts';

const longestText = 30;

/**
 * What stands in the status bar of each cell: what can be done about its failure, whether its output is of what it
 * said before, and on which cluster it would run.
 */
export function registerCellItems(
  { clusters }: ScratchDeps,
  parses: ScratchParses,
  runs: BlockRuns,
  runner: NotebookRunner,
  changed: EventEmitter<void>,
): Disposable {
  const remedyItems = ({ document }: NotebookCell): NotebookCellStatusBarItem[] => {
    const parse = parses.of(document);
    return parse.document.blocks.flatMap((block) => {
      const run = runs.find(document.uri, parse, block);
      // While it runs, what came of it before is past.
      const remedies = run?.abort === undefined ? runRemedies(block, run, clusters) : [];
      return remedies.map((remedy) => {
        const command = remedyCommand(remedy, document.uri, block.index);
        return commandItem('lightbulb', command, NotebookCellStatusBarAlignment.Left);
      });
    });
  };
  return Disposable.from(
    clusters.onDidChange(() => changed.fire()),
    runs.onDidChange((uri) => {
      if (isCell(uri)) changed.fire();
    }),
    notebooks.registerNotebookCellStatusBarItemProvider(notebookIds.type, {
      onDidChangeCellStatusBarItems: changed.event,
      provideCellStatusBarItems: (cell) => {
        const { document } = parses.of(cell.document);
        if (document.blocks.length === 0) return [];
        const place = blockCluster(document, clusters);
        const { name } = place;
        const isSaved = name === undefined || clusters.list().some((one) => one.name === name);
        return [
          ...remedyItems(cell),
          ...(runner.isEdited(cell) ? [editedItem()] : []),
          isSaved ? clusterItem(place) : unsavedItem(name, cell),
        ];
      },
    }),
  );
}

function editedItem(): NotebookCellStatusBarItem {
  const text = `$(edit) ${l10n.t('edited since it ran')}`;
  const item = new NotebookCellStatusBarItem(text, NotebookCellStatusBarAlignment.Right);
  item.tooltip = l10n.t('The output is of what this cell said before.');
  return item;
}

function clusterItem({ name, pinned }: BlockCluster): NotebookCellStatusBarItem {
  const item = new NotebookCellStatusBarItem(
    `$(${pinned ? 'pinned' : 'server'}) ${name ?? l10n.t('Choose a cluster')}`,
    NotebookCellStatusBarAlignment.Right,
  );
  item.tooltip = pinned
    ? l10n.t('The cluster that this file names')
    : l10n.t('The cluster on which blocks run. Click to select another one.');
  if (!pinned) item.command = commands.selectCluster;
  return item;
}

/** The file names a cluster that is not saved: adding it is all that helps, besides changing the file. */
function unsavedItem(name: string, { document }: NotebookCell): NotebookCellStatusBarItem {
  const command = remedyCommand({ action: 'addCluster', name }, document.uri, undefined);
  const item = commandItem('warning', command, NotebookCellStatusBarAlignment.Right);
  item.tooltip = l10n.t('This file names the cluster “{0}”, and none of that name is saved.', name);
  return item;
}

/** VS Code leaves out what does not fit into a narrow cell: long names are cut. */
function commandItem(
  icon: string,
  command: Command,
  alignment: NotebookCellStatusBarAlignment,
): NotebookCellStatusBarItem {
  const { title } = command;
  const text = title.length > longestText ? `${title.slice(0, longestText)}…` : title;
  const item = new NotebookCellStatusBarItem(`$(${icon}) ${text}`, alignment);
  item.command = command;
  item.tooltip = title;
  item.accessibilityInformation = { label: title, role: 'button' };
  return item;
}
