import type { Frame, Locator, Page } from 'playwright-core';
import { QuickInput } from './quickInput.ts';
import { TreeView } from './treeView.ts';

/** The row of lenses stands right above its line. */
const lensRowPx = 24;

/** VS Code's workbench, in a browser or on the desktop, driven as a person would. */
export class Workbench {
  readonly page: Page;
  readonly input: QuickInput;
  readonly tree: TreeView;

  constructor(page: Page) {
    this.page = page;
    this.input = new QuickInput(page);
    this.tree = new TreeView(page);
  }

  /** Waits for the workbench and its extensions. */
  async ready(): Promise<void> {
    await this.page.locator('.monaco-workbench').waitFor();
    await this.activityBar('Kafka').waitFor();
  }

  /** An entry of the activity bar. */
  activityBar(name: string): Locator {
    return this.page.locator('.activitybar').getByRole('tab', { name, exact: true });
  }

  /** Shows a view container of the side bar. */
  async show(name: string): Promise<void> {
    const entry = this.activityBar(name);
    if ((await entry.getAttribute('aria-expanded')) !== 'true') await entry.click();
    await this.page.locator('.sidebar').getByRole('heading', { name }).first().waitFor();
  }

  /** Runs a command of the palette, by its full title: `Kafka: Create Topic…`. */
  async run(title: string): Promise<void> {
    await this.input.open('F1');
    await this.input.type('', `>${title}`);
    await this.input.row(title).first().click();
  }

  /** Opens a file of the workspace by its name. */
  async openFile(name: string): Promise<void> {
    await this.input.open('ControlOrMeta+P');
    await this.input.type('', name);
    await this.input.row(name).first().click();
    await this.tab(name).waitFor();
  }

  /** The tab of an editor. */
  tab(name: string): Locator {
    return this.page.locator('.tabs-container').getByRole('tab', { name }).first();
  }

  /** Pastes into the text editor that was opened, once it has the keyboard. */
  async paste(): Promise<void> {
    await this.page.locator('.editor-group-container.active .monaco-editor.focused').waitFor();
    await this.page.keyboard.press('ControlOrMeta+V');
  }

  /** The text of the visible lines of the active text editor, once a line of it shows `line`. */
  async editorText(line: string): Promise<string> {
    const lines = this.page.locator('.editor-group-container.active .view-lines .view-line');
    await lines.filter({ hasText: line }).first().waitFor();
    const rows = await lines.evaluateAll((elements) =>
      elements
        .map((line) => ({
          top: parseFloat((line as HTMLElement).style.top),
          text: line.textContent,
        }))
        .sort((a, b) => a.top - b.top)
        .map(({ text }) => text),
    );
    return rows.join('\n').replaceAll('\u00a0', ' ');
  }

  /** Until the active editor has the focus: one that is still coming back to it closes what opens meanwhile. */
  async editorHasFocus(): Promise<void> {
    await this.page.locator('.editor-group-container.active .monaco-editor.focused').waitFor();
  }

  /** Puts the cursor of the active editor at the start of a line, from 1. */
  async goToLine(line: number): Promise<void> {
    await this.input.open('Control+G');
    await this.input.type('', `:${line}`);
    // Until it tells what it would do, it drops what accepts it.
    await this.input.step(`go to line ${line} `);
    await this.input.accept();
    await this.input.closed();
    await this.page
      .locator('.statusbar-item')
      .filter({ hasText: `Ln ${line}, ` })
      .waitFor();
  }

  /** A code lens of the active editor that does something. */
  lens(text: string): Locator {
    return this.page.locator('.codelens-decoration a').filter({ hasText: text });
  }

  /**
   * Clicks the lens with `text` in the row above the line that starts with `line`, once it keeps its place: the
   * elements are in any order, and are made anew whenever a lens changes.
   */
  async clickLens(text: string, line: string): Promise<void> {
    let seen = '';
    for (let tries = 1; ; tries++) {
      const { lens, place } = (await this.#lensAbove(text, line)) ?? {};
      if (lens && seen === JSON.stringify(place)) {
        const clicked = await lens.click({ timeout: 3000 }).then(
          () => true,
          // It was made anew or has moved before the mouse button was down.
          (error: unknown) => {
            if (tries < 100) return false;
            throw error;
          },
        );
        if (clicked) return;
      }
      seen = JSON.stringify(place);
      await this.page.waitForTimeout(200);
    }
  }

  /** A lens in the row above a line, and where; undefined while there is none. */
  async #lensAbove(text: string, line: string) {
    const editor = this.page.locator('.editor-group-container.active');
    const tops = await editor
      .locator('.view-lines .view-line')
      .evaluateAll(
        (elements, start) =>
          elements
            .filter(({ textContent }) => textContent.replaceAll('\u00a0', ' ').startsWith(start))
            .map((element) => element.getBoundingClientRect().top),
        line,
      );
    const [top] = tops;
    if (top === undefined) return undefined;
    for (const lens of await editor.locator(this.lens(text)).elementHandles()) {
      const place = await lens.boundingBox();
      const middle = place ? place.y + place.height / 2 : NaN;
      if (middle < top && top - middle < lensRowPx) return { lens, place };
    }
    return undefined;
  }

  /** Applies the quick fix with this title to what is wrong at the cursor. */
  async quickFix(title: string): Promise<void> {
    const fix = this.page.locator('.action-widget').getByText(title);
    // Problems that are found meanwhile close the menu: then a person asks again.
    for (let tries = 1; !(await fix.isVisible()); tries++) {
      await this.page.keyboard.press('Control+.');
      await fix.waitFor({ timeout: 3000 }).catch((error: unknown) => {
        if (tries === 4) throw error;
      });
    }
    await fix.click();
  }

  /** A code lens of the active editor that only says something. */
  lensText(text: string): Locator {
    return this.page.locator('.codelens-decoration > span').filter({ hasText: text });
  }

  /** Waits until a text that an extension draws behind a line of the editor holds `text`; returns it all. */
  async drawnText(text: string): Promise<string> {
    // Such a text is no element: it is the content of a pseudo element.
    const found = await this.page.waitForFunction((wanted) => {
      for (const span of document.querySelectorAll('.view-lines span')) {
        const { content } = getComputedStyle(span, '::after');
        if (content.includes(wanted))
          return content.replace(/^"|"$/g, '').replaceAll('\u00a0', ' ');
      }
      return undefined;
    }, text);
    return (await found.jsonValue()) ?? '';
  }

  /** A notification that shows `text`. */
  notification(text: string): Locator {
    return this.page
      .locator('.notifications-toasts .notification-list-item')
      .filter({ hasText: text });
  }

  /** Waits for a notification and presses one of its buttons. */
  async answerNotification(text: string, button: string): Promise<void> {
    await this.notification(text).hover();
    await this.notification(text).getByRole('button', { name: button, exact: true }).click();
  }

  async clearNotifications(): Promise<void> {
    await this.run('Notifications: Clear All Notifications');
  }

  /** The modal dialog that shows `text`. */
  dialog(text: string): Locator {
    return this.page.locator('.monaco-dialog-box').filter({ hasText: text });
  }

  /** Waits until something outside of the page holds, such as what a file has. */
  async until(holds: () => Promise<boolean>, limitMs = 20_000): Promise<void> {
    const deadline = Date.now() + limitMs;
    while (!(await holds())) {
      if (Date.now() > deadline) throw new Error('It did not come to hold.');
      await this.page.waitForTimeout(50);
    }
  }

  /**
   * The page of ours that has an element for `selector`: of the active editor where that is a webview, else any that
   * is to be seen.
   */
  async webview(selector: string, limitMs = 20_000): Promise<Frame> {
    const active = '.editor-group-container.active [id^=webview-editor-element-]:visible';
    const deadline = Date.now() + limitMs;
    while (Date.now() < deadline) {
      const editor = await this.page.locator(active).count();
      for (const frame of this.page.frames()) {
        if (frame.parentFrame() === null) continue;
        const found = await frame
          .locator(selector)
          .first()
          .isVisible()
          .catch(() => false);
        if (found && (editor === 0 || (await this.#isActive(frame)))) return frame;
      }
      await this.page.waitForTimeout(50);
    }
    throw new Error(`No webview shows ${selector}.`);
  }

  /** Whether a page is that of the active editor: it lies over the editor's place, which it names. */
  async #isActive(frame: Frame): Promise<boolean> {
    let outer = frame;
    for (let up = frame.parentFrame(); up?.parentFrame(); up = up.parentFrame()) outer = up;
    try {
      const iframe = await outer.frameElement();
      return await iframe.evaluate((element) => {
        const over = (element as Element).closest<HTMLElement>('[data-parent-flow-to-element-id]');
        const place = document.getElementById(over?.dataset.parentFlowToElementId ?? '');
        return place?.closest('.editor-group-container')?.classList.contains('active') ?? false;
      });
    } catch {
      // It went away meanwhile.
      return false;
    }
  }

  /** Closes every editor; what is not saved is lost. */
  async closeAllEditors(): Promise<void> {
    await this.run('View: Close All Editors');
    const discard = this.page
      .locator('.monaco-dialog-box')
      .getByRole('button', { name: "Don't Save" });
    const empty = this.page.locator('.editor-group-container.empty').first();
    await discard.or(empty).first().waitFor();
    if (await discard.isVisible()) await discard.click();
    await empty.waitFor();
  }
}
