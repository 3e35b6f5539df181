import type { Browser, BrowserContext, Page } from 'playwright-core';
import { buildTailPage, bundle } from './buildPage.ts';
import { launchChromium } from './chromium.ts';
import { PageServer } from './pageServer.ts';
import { themes, type ThemeName } from './themes.ts';

export interface OpenOptions {
  readonly theme?: ThemeName;
  readonly width?: number;
  readonly height?: number;
  readonly pixelRatio?: number;
  readonly reducedMotion?: boolean;
  /** What the stub host starts with (`window.stubStart`). */
  readonly start?: Window['stubStart'];
}

/** The built tail page in Chromium with the stub host: one for a test file, `open` for each test. */
export class TailPages {
  readonly #browser: Browser;
  readonly #server: PageServer;
  readonly #stub: string;
  readonly #contexts: BrowserContext[] = [];

  constructor(browser: Browser, server: PageServer, stub: string) {
    this.#browser = browser;
    this.#server = server;
    this.#stub = stub;
  }

  static async start(): Promise<TailPages> {
    const [files, stub, browser] = await Promise.all([
      buildTailPage(),
      bundle('test/support/stubHost.ts'),
      launchChromium(),
    ]);
    return new TailPages(browser, await PageServer.start(files), stub);
  }

  /** Opens the page and waits until it stands. */
  async open(options: OpenOptions = {}): Promise<Page> {
    const context = await this.#browser.newContext({
      viewport: { width: options.width ?? 1240, height: options.height ?? 620 },
      deviceScaleFactor: options.pixelRatio ?? 1,
      reducedMotion: options.reducedMotion ? 'reduce' : 'no-preference',
      timezoneId: 'Europe/Berlin',
      locale: 'en-GB',
    });
    this.#contexts.push(context);
    const page = await context.newPage();
    await page.addInitScript((start) => (window.stubStart = start), options.start ?? {});
    await page.addInitScript(this.#stub);
    await page.addInitScript(
      (theme) => {
        document.addEventListener('readystatechange', () => {
          document.body.className = theme.bodyClass;
          for (const [name, value] of Object.entries(theme.variables)) {
            document.documentElement.style.setProperty(`--vscode-${name}`, value);
          }
        });
      },
      themes[options.theme ?? 'dark'],
    );
    page.on('pageerror', (error) => {
      throw error;
    });
    await page.goto(this.#server.origin);
    await page.waitForSelector('.grid');
    return page;
  }

  /** Closes the pages of one test. */
  async closePages(): Promise<void> {
    await Promise.all(this.#contexts.splice(0).map((context) => context.close()));
  }

  async stop(): Promise<void> {
    await this.#browser.close();
    await this.#server.stop();
  }
}
