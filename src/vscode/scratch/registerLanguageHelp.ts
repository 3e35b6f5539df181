import { CodeActionKind, Disposable, languages as vscodeLanguages } from 'vscode';
import type { ClusterRegistry } from '../clusters/clusterRegistry.ts';
import { languages } from '../ids.ts';
import type { BlockRuns } from './blockRuns.ts';
import type { ClusterFactsCache } from './clusterFactsCache.ts';
import type { ProblemsAround } from './problemsAround.ts';
import { ScratchCompletion } from './scratchCompletion.ts';
import { ScratchFixes } from './scratchFixes.ts';
import { ScratchHelp } from './scratchHelp.ts';
import { ScratchOutline } from './scratchOutline.ts';
import type { ScratchParses } from './scratchParses.ts';
import { ScratchTokens } from './scratchTokens.ts';

/** What helps with scratch files: completion, hover, quick fixes, formatting, links, outline, folding, colours. */
export function registerLanguageHelp(
  parses: ScratchParses,
  runs: BlockRuns,
  clusters: ClusterRegistry,
  facts: ClusterFactsCache,
  around: ProblemsAround,
): Disposable {
  const selector = { language: languages.scratch };
  const outline = new ScratchOutline(parses);
  const help = new ScratchHelp(parses, clusters, facts);
  const fixes = new ScratchFixes(parses, runs, clusters, around);
  const completion = new ScratchCompletion(parses, clusters, facts);
  return Disposable.from(
    vscodeLanguages.registerDocumentSymbolProvider(selector, outline),
    vscodeLanguages.registerFoldingRangeProvider(selector, outline),
    vscodeLanguages.registerCompletionItemProvider(
      selector,
      completion,
      ...ScratchCompletion.triggers,
    ),
    vscodeLanguages.registerHoverProvider(selector, help),
    vscodeLanguages.registerCodeActionsProvider(selector, fixes, {
      providedCodeActionKinds: [CodeActionKind.QuickFix],
    }),
    vscodeLanguages.registerDocumentFormattingEditProvider(selector, help),
    vscodeLanguages.registerDocumentLinkProvider(selector, help),
    vscodeLanguages.registerDocumentSemanticTokensProvider(
      selector,
      new ScratchTokens(parses),
      ScratchTokens.legend,
    ),
  );
}
