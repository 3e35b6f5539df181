import {
  Disposable,
  languages as vscodeLanguages,
  window,
  workspace,
  type TextDocument,
} from 'vscode';
import { languages } from '../ids.ts';
import { NotebookRunner } from '../notebook/notebookRunner.ts';
import { registerNotebooks } from '../notebook/registerNotebooks.ts';
import { BlockRuns } from './blockRuns.ts';
import { isCell } from './cellNotebook.ts';
import { ClusterFactsCache } from './clusterFactsCache.ts';
import { InlineResults } from './inlineResults.ts';
import { problemsAround } from './problemsAround.ts';
import { ResultPanel } from './resultPanel.ts';
import { registerLanguageHelp } from './registerLanguageHelp.ts';
import { runInEditor, type RunBlockAgain } from './runInEditor.ts';
import { registerScratchCommands } from './scratchCommands.ts';
import type { ScratchDeps } from './scratchDeps.ts';
import { ScratchDiagnostics } from './scratchDiagnostics.ts';
import { ScratchLenses } from './scratchLenses.ts';
import { ScratchParses } from './scratchParses.ts';
import { StandingProducers, stopsOnClose } from './standingProducers.ts';

/** Everything that `.kafka` files do in the editor: lenses, running, results, diagnostics. */
export function registerScratch(deps: ScratchDeps): Disposable {
  const { clusters } = deps;
  const parses = new ScratchParses();
  const runs = new BlockRuns();
  const lenses = new ScratchLenses(clusters, runs, parses);
  const inline = new InlineResults(runs, parses);
  const facts = new ClusterFactsCache(clusters, deps.log);
  const around = problemsAround(parses, clusters, facts);
  const diagnostics = new ScratchDiagnostics(runs, parses, around);
  const producers = new StandingProducers(runs);
  const panel = new ResultPanel(deps);
  const cells = new NotebookRunner(parses, runs, deps);
  const selector = { language: languages.scratch };

  const showEditors = (): void =>
    window.visibleTextEditors.forEach((editor) => inline.show(editor));
  const showAll = (document: TextDocument): void => {
    diagnostics.show(document);
    showEditors();
  };
  const runAgain: RunBlockAgain = (found, again) =>
    isCell(found.document.uri)
      ? cells.runAgain(found, again)
      : runInEditor(found.document, found.parse, found.block, runs, deps, again);
  registerScratchCommands(deps, parses, runs, producers, panel, facts, runAgain);

  workspace.textDocuments.forEach((document) => diagnostics.show(document));
  return Disposable.from(
    panel,
    producers,
    runs,
    lenses,
    inline,
    diagnostics,
    vscodeLanguages.registerCodeLensProvider(selector, lenses),
    facts,
    registerLanguageHelp(parses, runs, clusters, facts, around),
    cells,
    registerNotebooks(deps, parses, runs, cells, (document) => diagnostics.show(document)),
    clusters.onDidChange(() => {
      lenses.refresh();
      workspace.textDocuments.forEach((document) => diagnostics.show(document));
    }),
    facts.onDidChange(() => workspace.textDocuments.forEach((one) => diagnostics.show(one))),
    runs.onDidChange((uri) => {
      lenses.refresh();
      const document = workspace.textDocuments.find((one) => one.uri.toString() === uri.toString());
      // A block that ended may have changed what the cluster has.
      for (const { abort, cluster } of runs.of(uri))
        if (abort === undefined) facts.refresh(cluster);
      if (document !== undefined) showAll(document);
    }),
    window.onDidChangeVisibleTextEditors(showEditors),
    workspace.onDidOpenTextDocument((document) => diagnostics.show(document)),
    workspace.onDidChangeTextDocument((event) => {
      if (event.document.languageId !== languages.scratch || event.contentChanges.length === 0)
        return;
      runs.edited(event, parses.of(event.document));
      showAll(event.document);
    }),
    workspace.onDidCloseTextDocument(({ uri }) => {
      runs.close(uri, stopsOnClose());
      diagnostics.clear(uri);
    }),
  );
}
