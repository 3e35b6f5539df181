import type { Page } from 'playwright-core';

/** VS Code's quick input: the palette, pickers and input boxes. */
export class QuickInput {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  get #widget() {
    return this.#page.locator('.quick-input-widget:visible');
  }

  /** Opens it by a key; one that comes while the window or its focus is on the move gets lost, and is pressed again. */
  async open(key: string): Promise<void> {
    for (let tries = 1; tries === 1 || !(await this.#widget.isVisible()); tries++) {
      await this.#page.keyboard.press(key);
      await this.#widget.waitFor({ timeout: 5000 }).catch((error: unknown) => {
        if (tries === 4) throw error;
      });
    }
  }

  /** The text of title, prompt and validation message. */
  text(): Promise<string> {
    return this.#widget.innerText();
  }

  /** Waits for the step whose title, prompt or placeholder shows `text`. */
  async step(text: string): Promise<void> {
    await this.#page.waitForFunction((wanted) => {
      const widget = document.querySelector<HTMLElement>('.quick-input-widget');
      if (widget === null || widget.style.display === 'none') return false;
      const placeholder = widget.querySelector('input')?.getAttribute('placeholder') ?? '';
      return `${widget.innerText}\n${placeholder}`.includes(wanted);
    }, text);
  }

  /** At the step that shows `step`, replaces the text and accepts it. */
  async answer(step: string, text: string): Promise<void> {
    await this.step(step);
    await this.#widget.locator('input[type=text]').fill(text);
    await this.#page.keyboard.press('Enter');
  }

  /**
   * In the dialog that asks for a file to write, titled `step`, names it and accepts. The dialog opens empty and fills
   * in its suggestion a moment later, over what was typed until then.
   */
  async answerPath(step: string, suggested: string, path: string): Promise<void> {
    await this.step(step);
    await this.#page.waitForFunction((wanted) => {
      const input = document.querySelector<HTMLInputElement>(
        '.quick-input-widget input[type=text]',
      );
      return input?.value.endsWith(wanted) === true;
    }, suggested);
    await this.#widget.locator('input[type=text]').fill(path);
    // While it looks at the folder that was named, the dialog drops what accepts it.
    await this.#page.waitForFunction((named) => {
      const widget = document.querySelector<HTMLElement>('.quick-input-widget');
      const input = widget?.querySelector<HTMLInputElement>('input[type=text]');
      if (widget?.style.display === 'none' || input?.value !== named) return true;
      widget?.querySelector<HTMLElement>('.quick-input-action .monaco-button')?.click();
      return false;
    }, path);
  }

  /** At the step that shows `step`, types without accepting. */
  async type(step: string, text: string): Promise<void> {
    await this.step(step);
    await this.#widget.locator('input[type=text]').fill(text);
  }

  /** At the step that shows `step`, picks the entry with that label. */
  async pick(step: string, label: string): Promise<void> {
    await this.step(step);
    await this.row(label).first().click();
  }

  /** The entries of a picker whose label is exactly `label`. */
  row(label: string) {
    const exact = this.#page.locator('.label-name').getByText(label, { exact: true });
    return this.#widget.locator('.monaco-list-row').filter({ has: exact });
  }

  accept(): Promise<void> {
    return this.#page.keyboard.press('Enter');
  }

  async cancel(): Promise<void> {
    await this.#page.keyboard.press('Escape');
    await this.closed();
  }

  closed(): Promise<void> {
    return this.#page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
  }
}
