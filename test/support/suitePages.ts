import { after, afterEach, before } from 'node:test';
import type { Page } from 'playwright-core';
import { TailPages, type OpenOptions } from './tailPage.ts';

/** The tail pages of the tests of one `describe`: a browser for all, what a test has opened is closed behind it. */
export class SuitePages {
  #pages: TailPages | undefined;

  constructor() {
    before(async () => (this.#pages = await TailPages.start()));
    afterEach(() => this.#pages?.closePages());
    after(() => this.#pages?.stop());
  }

  /** Opens a page and waits until it stands. */
  open(options?: OpenOptions): Promise<Page> {
    if (this.#pages === undefined) throw new Error('The browser has not been started yet.');
    return this.#pages.open(options);
  }
}
