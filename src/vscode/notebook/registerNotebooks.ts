import {
  Disposable,
  EventEmitter,
  NotebookCellKind,
  notebooks,
  ViewColumn,
  workspace,
  type NotebookDocument,
  type TextDocument,
} from 'vscode';
import { notebookTarget } from '../../protocol/notebookChecks.ts';
import { showError } from '../commandRegistrar.ts';
import { commands, notebookIds } from '../ids.ts';
import type { BlockRuns } from '../scratch/blockRuns.ts';
import type { ScratchDeps } from '../scratch/scratchDeps.ts';
import type { ScratchParses } from '../scratch/scratchParses.ts';
import { registerCellItems } from './cellItems.ts';
import { exportNotebook } from './exportNotebook.ts';
import { openAsNotebook, openAsText } from './openNotebook.ts';
import type { NotebookRunner } from './notebookRunner.ts';

/** `.kafka` files as notebooks: how cells run, on what, and what their outputs can ask for. */
export function registerNotebooks(
  deps: ScratchDeps,
  parses: ScratchParses,
  runs: BlockRuns,
  runner: NotebookRunner,
  showProblems: (document: TextDocument) => void,
): Disposable {
  const { register } = deps;
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
    runner.prefer(notebook);
    look(notebook);
  };
  workspace.notebookDocuments.forEach(opened);

  register(commands.openNotebook, openAsNotebook);
  register(commands.openNotebookText, openAsText);
  register(commands.exportNotebook, exportNotebook);
  return Disposable.from(
    changed,
    workspace.onDidOpenNotebookDocument(opened),
    workspace.onDidChangeNotebookDocument(({ notebook }) => look(notebook)),
    registerLinks(deps),
    registerCellItems(deps, parses, runs, runner, changed),
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
