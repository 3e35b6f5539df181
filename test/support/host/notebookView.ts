import type { Frame, Locator } from 'playwright-core';
import type { Workbench } from './workbench.ts';

/** A notebook in VS Code, driven as a person would. */
export class NotebookView {
  readonly #workbench: Workbench;

  constructor(workbench: Workbench) {
    this.#workbench = workbench;
  }

  /** Opens the file of the active text editor as a notebook, by the button above it. */
  async open(): Promise<void> {
    const actions = this.#workbench.page.locator('.editor-group-container.active .editor-actions');
    await actions.getByRole('button', { name: 'Open as Notebook' }).click();
  }

  /** The code cell that has a line with this text. */
  cell(line: string): Locator {
    return this.#workbench.page
      .locator('.notebook-editor .monaco-list-row')
      .filter({ has: this.#line(line) })
      .first();
  }

  /** Puts the cursor at the end of a line of a cell. */
  async focus(line: string): Promise<void> {
    await this.cell(line).locator(this.#line(line)).first().click();
    await this.#workbench.page.keyboard.press('End');
  }

  /** Runs the cell with this line by its button. */
  async run(line: string): Promise<void> {
    await this.focus(line);
    await this.cell(line).locator('.codicon-notebook-execute').first().click();
  }

  /** Stops the cell with this line by its button. */
  async stop(line: string): Promise<void> {
    await this.focus(line);
    await this.cell(line).locator('.codicon-notebook-stop').first().click();
  }

  /** What stands in the status bar of the cell with this line. */
  statusItem(line: string, text: string): Locator {
    return this.cell(line).locator('.cell-status-item').filter({ hasText: text });
  }

  /** Waits for an output whose first line matches; gives what it shows. */
  async output(summary: string | RegExp): Promise<Locator> {
    const frame = await this.frame('.summary');
    const output = frame
      .locator('.output')
      .filter({ has: frame.locator('.summary', { hasText: summary }) });
    await output.last().waitFor();
    return output.last();
  }

  /** The rows of an output's table, the head first, cells apart by ` | `. */
  async rows(output: Locator): Promise<string[]> {
    return output
      .locator('tr')
      .evaluateAll((rows) =>
        rows.map((row) => [...row.children].map((cell) => cell.textContent).join(' | ')),
      );
  }

  /** The page of outputs and rendered Markdown, once it shows `selector`. */
  frame(selector: string): Promise<Frame> {
    return this.#workbench.webview(selector);
  }

  #line(text: string): Locator {
    return this.#workbench.page.locator('.view-line').filter({ hasText: text });
  }
}
