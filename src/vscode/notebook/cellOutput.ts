import {
  env,
  l10n,
  NotebookCellOutput,
  NotebookCellOutputItem,
  type NotebookCellExecution,
} from 'vscode';
import { lineOutput } from '../../run/output/resultOutput.ts';
import { outputPlainText } from '../../messages/outputText.ts';
import { notebookMime, type NotebookOutput } from '../../protocol/notebookOutput.ts';

/** While a block runs its output is drawn anew at most this often. */
const paceMs = 150;

/** The output of one block in a running cell. */
export class CellOutput {
  readonly #execution: NotebookCellExecution;
  #output: NotebookCellOutput | undefined;
  #next: (() => NotebookOutput) | undefined;
  #sending: Promise<void> | undefined;

  constructor(execution: NotebookCellExecution) {
    this.#execution = execution;
  }

  /** Shows this as soon as there is time, as it is then; what was to be shown before is skipped. */
  show(output: () => NotebookOutput): void {
    this.#next = output;
    this.#sending ??= this.#send().finally(() => (this.#sending = undefined));
  }

  /** Shows this, and nothing after it. */
  async finish(output: () => NotebookOutput): Promise<void> {
    this.#next = undefined;
    await this.#sending;
    await this.#put(output());
  }

  async #send(): Promise<void> {
    while (this.#next !== undefined) {
      const output = this.#next;
      this.#next = undefined;
      await this.#put(output());
      await new Promise((resolve) => setTimeout(resolve, paceMs));
    }
  }

  async #put(output: NotebookOutput): Promise<void> {
    const items = [
      NotebookCellOutputItem.json(output, notebookMime),
      NotebookCellOutputItem.text(outputPlainText(output)),
    ];
    if (this.#output === undefined) {
      this.#output = new NotebookCellOutput(items);
      await this.#execution.appendOutput(this.#output);
    } else {
      await this.#execution.replaceOutputItems(items, this.#output);
    }
  }
}

/** An output that is one line, in the user's language. */
export function outputLine(state: NotebookOutput['state'], summary: string): NotebookOutput {
  return lineOutput(state, summary, l10n.t, env.language);
}
