import type { Frame, Locator } from 'playwright-core';
import type { Workbench } from './workbench.ts';

/** A row of the tail view as a person reads it. */
export interface TailRow {
  readonly timestamp: string;
  readonly partition: string;
  readonly offset: string;
  readonly key: string;
  readonly value: string;
}

/** The tail view of a topic, found among the webviews by what it shows. */
export class TailView {
  readonly frame: Frame;

  private constructor(frame: Frame) {
    this.frame = frame;
  }

  /** Waits for the visible tail view. */
  static async of(workbench: Workbench): Promise<TailView> {
    return new TailView(await workbench.webview('[role=grid]'));
  }

  button(name: string): Locator {
    return this.frame.getByRole('button', { name, exact: true });
  }

  /** From the empty state: reads the topic from its first records. */
  async fromBeginning(): Promise<void> {
    await this.button('Read from the Beginning').click();
  }

  /** Chooses another start in the toolbar: `now`, `the beginning`. */
  async restartFrom(start: string): Promise<void> {
    await this.frame
      .getByRole('button', { name: /^from / })
      .first()
      .click();
    await this.frame.getByRole('menuitemradio', { name: start, exact: true }).click();
  }

  /** Opens the details of a row on the screen, counted from 0. */
  async openDetails(row: number): Promise<void> {
    await this.#filledRows.nth(row).locator('[role=gridcell].key').click();
    await this.frame.locator('.details').first().waitFor();
  }

  /** The rows on the screen, from the top, once there are at least `count`. */
  async rows(count: number): Promise<TailRow[]> {
    const deadline = Date.now() + 20_000;
    for (;;) {
      await this.#filledRows.nth(count - 1).waitFor();
      // A read that has just begun anew may take the rows away between the two.
      const rows = await this.#filledRows.evaluateAll((elements) =>
        elements.map((row) => {
          const cells = [...row.querySelectorAll('[role=gridcell]')].map(
            (cell) => cell.textContent,
          );
          const [timestamp = '', partition = '', offset = '', key = '', value = ''] = cells;
          return { timestamp, partition, offset, key, value };
        }),
      );
      if (rows.length >= count || Date.now() > deadline) return rows;
    }
  }

  /** Waits until no row is on the screen. */
  async empty(): Promise<void> {
    await this.#filledRows.first().waitFor({ state: 'hidden' });
  }

  /** Rows that show a record; the grid keeps spare ones, and rows whose record is still on its way. */
  get #filledRows(): Locator {
    const filled = this.frame.locator('[role=gridcell].offset:not(:empty)');
    return this.frame.locator('[role=row]:visible').filter({ has: filled });
  }
}
