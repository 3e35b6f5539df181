import {
  Disposable,
  languages as vscodeLanguages,
  Uri,
  window,
  workspace,
  type TextDocument,
} from 'vscode';
import { blockAtLine } from '../../core/scratch/blockText.ts';
import { liveProblems } from '../../core/scratch/language/liveProblems.ts';
import { commands, languages } from '../ids.ts';
import { blockCluster } from './blockCluster.ts';
import { BlockRuns } from './blockRuns.ts';
import { ClusterFactsCache } from './clusterFactsCache.ts';
import { InlineResults } from './inlineResults.ts';
import { openBlockResult, resultScheme } from './openBlockResult.ts';
import { registerLanguageHelp } from './registerLanguageHelp.ts';
import { refuseUntrusted, runInEditor } from './runInEditor.ts';
import type { ScratchDeps } from './scratchDeps.ts';
import { ScratchDiagnostics } from './scratchDiagnostics.ts';
import { ScratchLenses } from './scratchLenses.ts';
import { ScratchParses } from './scratchParses.ts';

/** Everything that `.kafka` files do in the editor: lenses, running, results, diagnostics. */
export function registerScratch(deps: ScratchDeps): Disposable {
  const { clusters, register } = deps;
  const parses = new ScratchParses();
  const runs = new BlockRuns();
  const lenses = new ScratchLenses(clusters, runs, parses);
  const inline = new InlineResults(runs, parses);
  const facts = new ClusterFactsCache(clusters, deps.log);
  const diagnostics = new ScratchDiagnostics(runs, parses, (parsed) => {
    const known = facts.of(blockCluster(parsed, clusters).name);
    return known === undefined ? [] : liveProblems(parsed, known);
  });
  const texts = new Map<string, string>();
  const selector = { language: languages.scratch };

  const showEditors = (): void =>
    window.visibleTextEditors.forEach((editor) => inline.show(editor));
  const showAll = (document: TextDocument): void => {
    diagnostics.show(document);
    showEditors();
  };
  const find = async (uri?: unknown, index?: unknown): Promise<Found | undefined> => {
    const document =
      uri instanceof Uri
        ? await workspace.openTextDocument(uri)
        : window.activeTextEditor?.document;
    if (document?.languageId !== languages.scratch) return undefined;
    const parse = parses.of(document);
    const { blocks } = parse.document;
    const line = window.activeTextEditor?.selection.active.line ?? 0;
    const block = typeof index === 'number' ? blocks[index] : blockAtLine(blocks, line);
    return block === undefined ? undefined : { document, parse, block };
  };

  register(commands.runBlock, async (uri?: unknown, index?: unknown) => {
    refuseUntrusted(workspace.isTrusted);
    const found = await find(uri, index);
    if (found !== undefined) {
      await runInEditor(found.document, found.parse, found.block, runs, deps);
    }
  });
  register(commands.cancelBlock, async (uri?: unknown, index?: unknown) => {
    const found = await find(uri, index);
    if (found !== undefined) {
      runs.find(found.document.uri, found.parse, found.block)?.abort?.abort();
    }
  });
  register(commands.openResult, async (uri?: unknown, index?: unknown) => {
    const found = await find(uri, index);
    const run = found && runs.find(found.document.uri, found.parse, found.block);
    if (run !== undefined) await openBlockResult(run, texts, deps);
  });

  workspace.textDocuments.forEach((document) => diagnostics.show(document));
  return Disposable.from(
    runs,
    lenses,
    inline,
    diagnostics,
    vscodeLanguages.registerCodeLensProvider(selector, lenses),
    facts,
    registerLanguageHelp(parses, clusters, facts),
    workspace.registerTextDocumentContentProvider(resultScheme, {
      provideTextDocumentContent: (uri) => texts.get(uri.toString()),
    }),
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
      texts.delete(uri.toString());
      runs.close(uri);
      diagnostics.clear(uri);
    }),
  );
}

interface Found {
  readonly document: TextDocument;
  readonly parse: ReturnType<ScratchParses['of']>;
  readonly block: ReturnType<ScratchParses['of']>['document']['blocks'][number];
}
