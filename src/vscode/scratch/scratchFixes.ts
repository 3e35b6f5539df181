import {
  CodeAction,
  CodeActionKind,
  l10n,
  WorkspaceEdit,
  type CodeActionContext,
  type CodeActionProvider,
  type Diagnostic,
  type Range,
  type TextDocument,
  type Uri,
} from 'vscode';
import { fixesOf } from '../../core/scratch/language/fixesOf.ts';
import { fixTitle } from '../../messages/fixTitle.ts';
import type { Remedy } from '../../messages/remedyTitle.ts';
import { problemSentence } from '../../messages/scratchProblems.ts';
import { problemRemedies } from '../../run/remediesOf.ts';
import type { ClusterRegistry } from '../clusters/clusterRegistry.ts';
import { blockCluster } from './blockCluster.ts';
import type { BlockRuns } from './blockRuns.ts';
import type { ProblemsAround } from './problemsAround.ts';
import { toRange } from './ranges.ts';
import { remedyCommand } from './remedyCommand.ts';
import { runRemedies } from './runRemedies.ts';
import type { ScratchParses } from './scratchParses.ts';

/** Quick fixes: changes of the file, and what can be done outside of it. */
export class ScratchFixes implements CodeActionProvider {
  readonly #parses: ScratchParses;
  readonly #runs: BlockRuns;
  readonly #clusters: ClusterRegistry;
  readonly #around: ProblemsAround;

  constructor(
    parses: ScratchParses,
    runs: BlockRuns,
    clusters: ClusterRegistry,
    around: ProblemsAround,
  ) {
    this.#parses = parses;
    this.#runs = runs;
    this.#clusters = clusters;
    this.#around = around;
  }

  provideCodeActions(
    document: TextDocument,
    range: Range,
    { diagnostics }: CodeActionContext,
  ): CodeAction[] {
    const about = (message: string): Diagnostic[] =>
      diagnostics.filter((one) => one.message === message);
    const parsed = this.#parses.of(document).document;
    const cluster = blockCluster(parsed, this.#clusters).name;
    const saved = cluster === undefined ? undefined : this.#clusters.find(cluster);
    const names = this.#clusters.list().map(({ name }) => name);
    const fixes = [...parsed.diagnostics, ...this.#around(document)]
      .filter((problem) => toRange(problem.range).intersection(range) !== undefined)
      .flatMap((problem) => {
        const told = about(problemSentence(problem, l10n.t));
        return [
          ...problemRemedies(problem, parsed.blocks[problem.block ?? -1], saved).map((remedy) =>
            remedyAction(remedy, document.uri, problem.block, told),
          ),
          ...editActions(document.uri, fixesOf(parsed, problem, names), told),
        ];
      });
    const actions = [...this.#failureActions(document, range, about), ...fixes];
    // What made a run fail may be known without it, too.
    return [
      ...new Map(actions.reverse().map((action) => [action.title, action])).values(),
    ].reverse();
  }

  /** What can be done about the failures of runs, where those are told. */
  #failureActions(
    document: TextDocument,
    range: Range,
    about: (message: string) => Diagnostic[],
  ): CodeAction[] {
    const parse = this.#parses.of(document);
    return parse.document.blocks.flatMap((block) => {
      const run = this.#runs.find(document.uri, parse, block);
      const message = run?.result?.error?.message;
      const told = message === undefined ? [] : about(message);
      return told.some((one) => one.range.intersection(range) !== undefined)
        ? runRemedies(block, run, this.#clusters).map((remedy) =>
            remedyAction(remedy, document.uri, block.index, told),
          )
        : [];
    });
  }
}

function remedyAction(
  remedy: Remedy,
  uri: Uri,
  block: number | undefined,
  told: Diagnostic[],
): CodeAction {
  const command = remedyCommand(remedy, uri, block);
  const action = new CodeAction(command.title, CodeActionKind.QuickFix);
  action.command = command;
  action.diagnostics = told;
  return action;
}

/** One action for all changes of the same title. */
function editActions(
  uri: Uri,
  fixes: ReturnType<typeof fixesOf>,
  told: Diagnostic[],
): CodeAction[] {
  const byTitle = new Map<string, WorkspaceEdit>();
  for (const fix of fixes) {
    const title = fixTitle(fix, l10n.t);
    const edit = byTitle.get(title) ?? new WorkspaceEdit();
    edit.replace(uri, toRange(fix.range), fix.text);
    byTitle.set(title, edit);
  }
  return [...byTitle].map(([title, edit]) => {
    const action = new CodeAction(title, CodeActionKind.QuickFix);
    action.edit = edit;
    action.diagnostics = told;
    return action;
  });
}
