import {
  l10n,
  NotebookCellKind,
  NotebookControllerAffinity,
  notebooks,
  workspace,
  type NotebookCell,
  type NotebookCellExecution,
  type NotebookController,
  type NotebookDocument,
  type TextDocument,
} from 'vscode';
import { ProblemError } from '../../core/scratch/problemError.ts';
import { failureOf } from '../../run/failureOf.ts';
import { languages, notebookIds } from '../ids.ts';
import type { BlockRuns } from '../scratch/blockRuns.ts';
import { notebookOf } from '../scratch/cellNotebook.ts';
import type { FoundBlock } from '../scratch/findBlock.ts';
import { refuseUntrusted, type RunAgain } from '../scratch/runInEditor.ts';
import type { ScratchDeps } from '../scratch/scratchDeps.ts';
import type { ScratchParses } from '../scratch/scratchParses.ts';
import { CellOutput, outputLine } from './cellOutput.ts';
import { runCellBlock, type CellRun } from './runCellBlock.ts';

/** One block of a cell, by its text, that is run once more. */
interface BlockAgain extends RunAgain {
  readonly text: string;
}

/** Runs the cells of notebooks as the blocks of the file would run, with a table under each cell. */
export class NotebookRunner {
  readonly #controller: NotebookController;
  readonly #parses: ScratchParses;
  readonly #runs: BlockRuns;
  readonly #deps: ScratchDeps;
  /** What runs in each notebook, or has run last. */
  readonly #queues = new WeakMap<NotebookDocument, Promise<void>>();
  /** What cells said when they ran last. */
  readonly #ran = new WeakMap<TextDocument, string>();
  #order = 0;

  constructor(parses: ScratchParses, runs: BlockRuns, deps: ScratchDeps) {
    this.#parses = parses;
    this.#runs = runs;
    this.#deps = deps;
    const { controller, type } = notebookIds;
    this.#controller = notebooks.createNotebookController(controller, type, 'Kafka');
    this.#controller.description = l10n.t(
      'runs on the cluster that the file names, or the selected one',
    );
    this.#controller.supportedLanguages = [languages.scratch];
    this.#controller.supportsExecutionOrder = true;
    this.#controller.executeHandler = (cells, notebook) => this.#run(notebook, cells);
  }

  /** Makes it the runner of a notebook without asking. */
  prefer(notebook: NotebookDocument): void {
    this.#controller.updateNotebookAffinity(notebook, NotebookControllerAffinity.Preferred);
  }

  /** Runs a block of a cell once more, and none of the cell's others. */
  async runAgain({ document, parse, block }: FoundBlock, again: RunAgain): Promise<void> {
    const notebook = notebookOf(document);
    const cell = notebook?.getCells().find((one) => one.document === document);
    const text = parse.texts[block.index] ?? '';
    if (cell !== undefined) await this.#run(cell.notebook, [cell], { ...again, text });
  }

  /** Whether what stands below a cell is of what it said before it was edited. */
  isEdited({ document, outputs }: NotebookCell): boolean {
    const ran = this.#ran.get(document);
    return ran !== undefined && outputs.length > 0 && ran !== document.getText();
  }

  dispose(): void {
    this.#controller.dispose();
  }

  /**
   * Cells that are started while others run wait for them: a later one may need what an earlier one makes. Until
   * then VS Code shows them as pending, and takes one out of the queue by its stop button.
   */
  #run(
    notebook: NotebookDocument,
    cells: readonly NotebookCell[],
    again?: BlockAgain,
  ): Promise<void> {
    const executions = cells.map((cell) => this.#controller.createNotebookCellExecution(cell));
    const before = this.#queues.get(notebook) ?? Promise.resolve();
    const all = before.then(() => this.#runAll(executions, again));
    this.#queues.set(notebook, all);
    return all;
  }

  /**
   * One after the other; what fails or is stopped keeps the later ones from running. A cell that goes on by
   * itself (a schedule, a CONSUMER from now on) is left running.
   */
  async #runAll(
    executions: readonly NotebookCellExecution[],
    again: BlockAgain | undefined,
  ): Promise<void> {
    const allowed = again?.allowed ?? new Set<string>();
    let canGoOn = true;
    for (const execution of executions) {
      // Deleted, or stopped while it waited for its turn.
      if (!canGoOn || execution.cell.index < 0 || execution.token.isCancellationRequested) {
        execution.end(undefined);
        continue;
      }
      canGoOn = await new Promise<boolean>((resolve) => {
        const goesOn = (): void => resolve(true);
        this.#runCell(execution, { ...again, goesOn, allowed }, again?.text).then(
          resolve,
          (error: unknown) => {
            this.#deps.log.error(`A notebook's cell: ${String(error)}`);
            resolve(false);
          },
        );
      });
    }
  }

  /** Gives true where all of it went well. Rejects where VS Code takes no output: the cell is gone. */
  async #runCell(
    execution: NotebookCellExecution,
    together: CellRun,
    text: string | undefined,
  ): Promise<boolean> {
    const { cell } = execution;
    this.#ran.set(cell.document, cell.document.getText());
    this.#order += 1;
    execution.executionOrder = this.#order;
    execution.start(Date.now());
    let done: boolean | undefined = true;
    try {
      await execution.clearOutput();
      refuseUntrusted(workspace.isTrusted);
      this.#refuseFaults(cell);
      const parse = this.#parses.of(cell.document);
      for (const block of parse.document.blocks) {
        if (text !== undefined && parse.texts[block.index] !== text) continue;
        done = await runCellBlock(execution, parse, block, this.#runs, this.#deps, together);
        if (done !== true) break;
      }
    } catch (error) {
      done = false;
      const { message } = failureOf(error, l10n.t);
      this.#deps.log.error(`A notebook's cell: ${message}`);
      await new CellOutput(execution).finish(() => outputLine('failed', `✗ ${message}`));
    } finally {
      execution.end(done, Date.now());
    }
    return done === true;
  }

  /** What is wrong with a variable of another cell is wrong for this one as well, as in the file. */
  #refuseFaults({ notebook, document }: NotebookCell): void {
    for (const cell of notebook.getCells()) {
      if (cell.kind !== NotebookCellKind.Code || cell.document === document) continue;
      const { diagnostics } = this.#parses.of(cell.document).document;
      const fault = diagnostics.find(
        ({ severity, block }) => severity === 'error' && block === undefined,
      );
      if (fault !== undefined) throw new ProblemError(fault);
    }
  }
}
