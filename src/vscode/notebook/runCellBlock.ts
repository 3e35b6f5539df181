import { env, l10n, type Disposable, type NotebookCellExecution } from 'vscode';
import type { ScratchBlock } from '../../core/scratch/scratchDocument.ts';
import type { BlockResult } from '../../run/blockResult.ts';
import { resultOutput } from '../../run/output/resultOutput.ts';
import type { BlockRun, BlockRuns } from '../scratch/blockRuns.ts';
import { runInEditor, type RunAgain, type RunOptions } from '../scratch/runInEditor.ts';
import { everyOf } from '../scratch/runSchedule.ts';
import type { ScratchDeps } from '../scratch/scratchDeps.ts';
import type { ScratchParse } from '../scratch/scratchParses.ts';
import { CellOutput, outputLine } from './cellOutput.ts';

/** What the cells that are run together have in common. */
export interface CellRun extends RunAgain {
  /** Called once it is sure that the block goes on until it is stopped. */
  readonly goesOn: () => void;
  /** Production clusters that may be written to without asking again. */
  readonly allowed: Set<string>;
}

/**
 * Runs one block of a cell and shows in its output how it stands and what came of it. Gives true where it went
 * well and undefined where it was stopped.
 */
export async function runCellBlock(
  execution: NotebookCellExecution,
  parse: ScratchParse,
  block: ScratchBlock,
  runs: BlockRuns,
  deps: ScratchDeps,
  { goesOn, ...again }: CellRun,
): Promise<boolean | undefined> {
  const { document } = execution.cell;
  const output = new CellOutput(execution);
  const running = new RunningBlock(execution, block, runs, output, goesOn);
  const { started, watch } = running;
  try {
    await runInEditor(document, parse, block, runs, deps, { started, watch, ...again });
  } finally {
    running.dispose();
  }
  const { run, newest } = running;
  if (run === undefined) {
    await output.finish(() => outputLine('stopped', l10n.t('No cluster is chosen.')));
    return undefined;
  }
  // Where it was stopped before it did something, what a PRODUCER wrote before is still so.
  const { result, cluster } = runs.find(document.uri, parse, block) ?? run;
  if (result === undefined) {
    await output.finish(() => outputLine('stopped', `■ ${l10n.t('Stopped')}`));
    return undefined;
  }
  await output.finish(() => resultOutput(result, { cluster, newest }, l10n.t, env.language));
  return run.result === undefined || result.cancelled === true ? undefined : result.ok;
}

/** A block while it runs: stopped by the cell's button, its progress told in the output. */
class RunningBlock {
  run: BlockRun | undefined;
  /** It is read from now on, and the newest records are shown. */
  newest = false;
  readonly #execution: NotebookCellExecution;
  readonly #block: ScratchBlock;
  readonly #runs: BlockRuns;
  readonly #output: CellOutput;
  readonly #goesOn: () => void;
  readonly #listeners: Disposable[] = [];

  constructor(
    execution: NotebookCellExecution,
    block: ScratchBlock,
    runs: BlockRuns,
    output: CellOutput,
    goesOn: () => void,
  ) {
    this.#execution = execution;
    this.#block = block;
    this.#runs = runs;
    this.#output = output;
    this.#goesOn = goesOn;
  }

  readonly started = (run: BlockRun): void => {
    this.run = run;
    const { token, cell } = this.#execution;
    const uri = cell.document.uri.toString();
    const { abort } = run;
    this.#listeners.push(
      token.onCancellationRequested(() => abort?.abort()),
      this.#runs.onDidChange((changed) => {
        const { progress } = run;
        if (changed.toString() !== uri || progress === undefined) return;
        if (run.abort !== undefined) this.#output.show(() => outputLine('running', progress));
        if (everyOf(this.#block) !== undefined) this.#goesOn();
      }),
    );
    if (token.isCancellationRequested) abort?.abort();
  };

  readonly watch: NonNullable<RunOptions['watch']> = (found) => {
    this.newest = true;
    const cluster = this.run?.cluster ?? '';
    this.#output.show(() => {
      const { index, kind, startLine } = this.#block;
      const result: BlockResult = {
        ...{ block: index, kind, line: startLine, ok: true, ms: 0 },
        ...found,
      };
      const running = readingText(found.records?.length ?? 0, found.truncated === true);
      return resultOutput(result, { cluster, running, newest: true }, l10n.t, env.language);
    });
    this.#goesOn();
  };

  dispose(): void {
    for (const listener of this.#listeners) listener.dispose();
  }
}

function readingText(count: number, isMore: boolean): string {
  const number = count.toLocaleString(env.language);
  if (count === 1) return l10n.t('reading… 1 record');
  return isMore
    ? l10n.t('reading… more than {0} records', number)
    : l10n.t('reading… {0} records', number);
}
