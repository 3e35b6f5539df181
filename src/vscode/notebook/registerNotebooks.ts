import {
  Disposable,
  EventEmitter,
  l10n,
  NotebookCellKind,
  NotebookCellStatusBarAlignment,
  NotebookCellStatusBarItem,
  NotebookControllerAffinity,
  notebooks,
  ViewColumn,
  workspace,
  type NotebookCell,
  type NotebookDocument,
  type TextDocument,
} from 'vscode';
import { notebookTarget } from '../../protocol/notebookChecks.ts';
import { showError } from '../commandRegistrar.ts';
import { commands, languages, notebookIds } from '../ids.ts';
import { blockCluster } from '../scratch/blockCluster.ts';
import type { BlockRuns } from '../scratch/blockRuns.ts';
import type { ScratchDeps } from '../scratch/scratchDeps.ts';
import type { ScratchParses } from '../scratch/scratchParses.ts';
import { exportNotebook } from './exportNotebook.ts';
import { openAsNotebook, openAsText } from './openNotebook.ts';
import { NotebookRunner } from './notebookRunner.ts';

/** `.kafka` files as notebooks: how cells run, on what, and what their outputs can ask for. */
export function registerNotebooks(
  deps: ScratchDeps,
  parses: ScratchParses,
  runs: BlockRuns,
  showProblems: (document: TextDocument) => void,
): Disposable {
  const { register } = deps;
  const controller = notebooks.createNotebookController(
    notebookIds.controller,
    notebookIds.type,
    'Kafka',
  );
  const runner = new NotebookRunner(controller, parses, runs, deps);
  controller.description = l10n.t('runs on the cluster that the file names, or the selected one');
  controller.supportedLanguages = [languages.scratch];
  controller.supportsExecutionOrder = true;
  controller.executeHandler = (cells, notebook) => runner.run(notebook, cells);
  const changed = new EventEmitter<void>();
  const shared = new WeakMap<NotebookDocument, string>();
  /** What cells say of each other's variables and topics and of their cluster is told anew when those are others. */
  const look = (notebook: NotebookDocument): void => {
    if (notebook.notebookType !== notebookIds.type) return;
    const documents = notebook
      .getCells()
      .flatMap(({ kind, document }) => (kind === NotebookCellKind.Code ? [document] : []));
    const now = JSON.stringify(
      documents.map((document) => [parses.variablesOf(document), parses.topicsMadeBy(document)]),
    );
    if (shared.get(notebook) === now) return;
    shared.set(notebook, now);
    documents.forEach(showProblems);
    changed.fire();
  };
  const opened = (notebook: NotebookDocument): void => {
    if (notebook.notebookType !== notebookIds.type) return;
    controller.updateNotebookAffinity(notebook, NotebookControllerAffinity.Preferred);
    look(notebook);
  };
  workspace.notebookDocuments.forEach(opened);

  register(commands.openNotebook, openAsNotebook);
  register(commands.openNotebookText, openAsText);
  register(commands.exportNotebook, exportNotebook);
  return Disposable.from(
    controller,
    changed,
    workspace.onDidOpenNotebookDocument(opened),
    workspace.onDidChangeNotebookDocument(({ notebook }) => look(notebook)),
    registerLinks(deps),
    registerClusterItem(deps, parses, changed),
  );
}

/** Opens the tail view that an output's link means. */
function registerLinks({ openTail, log }: ScratchDeps): Disposable {
  const messaging = notebooks.createRendererMessaging(notebookIds.renderer);
  return messaging.onDidReceiveMessage(({ message }) => {
    void (async () => {
      const { cluster, topic, plan } = notebookTarget(message);
      await openTail({ cluster, topic, ...plan }, ViewColumn.Beside);
    })().catch((error: unknown) => showError(error, commands.openResult, log));
  });
}

/** Below each block the cluster on which it would run. */
function registerClusterItem(
  { clusters }: ScratchDeps,
  parses: ScratchParses,
  changed: EventEmitter<void>,
): Disposable {
  return Disposable.from(
    clusters.onDidChange(() => changed.fire()),
    notebooks.registerNotebookCellStatusBarItemProvider(notebookIds.type, {
      onDidChangeCellStatusBarItems: changed.event,
      provideCellStatusBarItems: (cell: NotebookCell) => {
        const { document } = parses.of(cell.document);
        if (document.blocks.length === 0) return [];
        const { name, pinned } = blockCluster(document, clusters);
        const item = new NotebookCellStatusBarItem(
          `$(${pinned ? 'pinned' : 'server'}) ${name ?? l10n.t('Choose a cluster')}`,
          NotebookCellStatusBarAlignment.Right,
        );
        item.tooltip = pinned
          ? l10n.t('The cluster that this file names')
          : l10n.t('The cluster on which blocks run. Click to select another one.');
        if (!pinned) item.command = commands.selectCluster;
        return [item];
      },
    }),
  );
}
