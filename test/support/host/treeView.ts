import type { Locator, Page } from 'playwright-core';

/** The tree of a view in the side bar, addressed by labels as a person reads them. */
export class TreeView {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** The rows with exactly this label; below `parent` (and before its next sibling) when told. */
  item(label: string): Locator {
    const exact = this.#page.locator('.label-name').getByText(label, { exact: true });
    return this.#page.locator('.sidebar').getByRole('treeitem').filter({ has: exact });
  }

  /** The rows whose label holds `text`, such as a sentence of which a part is told. */
  containing(text: string): Locator {
    const label = this.#page.locator('.label-name', { hasText: text });
    return this.#page.locator('.sidebar').getByRole('treeitem').filter({ has: label });
  }

  /** Collapses a node. Does nothing when it is collapsed. */
  collapse(label: string): Promise<void> {
    return this.#turn(label, false);
  }

  /** Expands a node, waiting for it first. Does nothing when it is expanded. */
  expand(label: string): Promise<void> {
    return this.#turn(label, true);
  }

  /** Rows move while others load: a click that met another row is made up for. */
  async #turn(label: string, expanded: boolean): Promise<void> {
    const item = this.item(label).first();
    const turned = item.and(this.#page.locator(`[aria-expanded=${String(expanded)}]`));
    await item.waitFor();
    for (let tries = 1; !(await turned.isVisible()); tries++) {
      await item.locator('.monaco-tl-twistie').click();
      await turned.waitFor({ timeout: 5000 }).catch((error: unknown) => {
        if (tries === 4) throw error;
      });
    }
  }

  /** Expands one node after the other, from a root to a leaf's parent. */
  async expandPath(...labels: string[]): Promise<void> {
    for (const label of labels) await this.expand(label);
  }

  /** Waits until the description behind the label shows `text`; returns the whole of it. */
  async description(label: string, text: string | RegExp): Promise<string> {
    const description = this.item(label).first().locator('.label-description');
    await description.filter({ hasText: text }).waitFor();
    return description.innerText();
  }

  /** Opens the node's context menu and chooses an entry. */
  async choose(label: string, entry: string): Promise<void> {
    const item = await this.openMenu(label, entry);
    // A menu that has just opened takes no mouse button for a tenth of a second.
    while (await item.isVisible()) {
      await item.click({ timeout: 1000 }).catch(() => undefined);
      await item.waitFor({ state: 'hidden', timeout: 200 }).catch(() => undefined);
    }
  }

  /** Opens the node's context menu; the entry that is asked for, on the screen. */
  async openMenu(label: string, entry: string): Promise<Locator> {
    await this.item(label).first().click({ button: 'right' });
    const exact = this.#page.locator('.action-label').getByText(entry, { exact: true });
    const item = this.#page.getByRole('menuitem').filter({ has: exact }).first();
    await item.waitFor();
    return item;
  }

  /** Clicks an action that stands in the node's row. */
  async inline(label: string, action: string): Promise<void> {
    const item = this.item(label).first();
    await item.hover();
    await item.getByRole('button', { name: action }).click();
  }

  /** The labels of all rows that are on the screen, from top to bottom. */
  labels(): Promise<string[]> {
    return this.#page.locator('.sidebar [role=treeitem] .label-name').allInnerTexts();
  }
}
