import type { Frame } from 'playwright-core';
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

  button(name: string) {
    return this.frame.getByRole('button', { name, exact: true });
  }

  /** Reads the topic again from its first records. */
  async fromBeginning(): Promise<void> {
    await this.button('Read from the Beginning').click();
  }

  /** Opens the details of a row on the screen, counted from 0. */
  async openDetails(row: number): Promise<void> {
    const cell = this.frame.locator('[role=row] [role=gridcell].key').nth(row);
    await cell.click();
    await this.frame
      .getByRole('complementary')
      .or(this.frame.locator('.details'))
      .first()
      .waitFor();
  }

  /** The rows on the screen, once there are at least `count`. */
  async rows(count: number): Promise<TailRow[]> {
    const rows = this.frame.locator('[role=row]:has([role=gridcell]):visible');
    await rows.nth(count - 1).waitFor();
    await this.frame.waitForFunction(
      (wanted) =>
        [...document.querySelectorAll('[role=row]:not(.blank)')].filter(
          (row) => row.querySelector('[role=gridcell]')?.textContent !== '',
        ).length > wanted,
      count,
    );
    return rows.evaluateAll((elements) =>
      elements.map((row) => {
        const cells = [...row.querySelectorAll('[role=gridcell]')].map((cell) => cell.textContent);
        const [timestamp = '', partition = '', offset = '', key = '', value = ''] = cells;
        return { timestamp, partition, offset, key, value };
      }),
    );
  }
}
