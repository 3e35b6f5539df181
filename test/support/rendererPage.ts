import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { NotebookOutput } from '../../src/protocol/notebookOutput.ts';
import { buildRenderer } from './buildPage.ts';
import { launchChromium } from './chromium.ts';
import { themes, type ThemeName } from './themes.ts';

declare global {
  interface Window {
    /** Draws an output in the place of that number, again if it is there. */
    draw(place: number, output: NotebookOutput): void;
    /** What the renderer has sent to the host. */
    sent: unknown[];
    /** What the page's policy has refused. */
    refused: string[];
  }
}

const origin = 'http://renderer.test';
const policy = `default-src 'none'; script-src ${origin} 'nonce-stub'`;
const stub = `
  window.sent = [];
  window.refused = [];
  document.addEventListener('securitypolicyviolation', (event) => refused.push(event.violatedDirective));
  const { activate } = await import('/notebook.js');
  const renderer = activate({ postMessage: (message) => sent.push(message) });
  window.draw = (place, output) => {
    const id = 'output-' + place;
    let element = document.getElementById(id);
    if (!element) {
      element = document.createElement('div');
      element.id = id;
      document.querySelector('main').append(element);
    }
    renderer.renderOutputItem({ id, json: () => output }, element);
  };`;
const html = `<!doctype html><html lang="en"><head><title>Notebook</title></head>
<body><main><h1>Notebook</h1></main><script type="module" nonce="stub">${stub}</script></body></html>`;

/** The built renderer in Chromium, as a notebook's page would use it. */
export class RendererPages {
  readonly #browser: Browser;
  readonly #script: string;
  readonly #contexts: BrowserContext[] = [];

  private constructor(browser: Browser, script: string) {
    this.#browser = browser;
    this.#script = script;
  }

  static async start(): Promise<RendererPages> {
    const [script, browser] = await Promise.all([buildRenderer(), launchChromium()]);
    return new RendererPages(browser, script);
  }

  /** Opens a page with these outputs, one below the other. */
  async open(
    outputs: readonly NotebookOutput[],
    { theme = 'dark', width = 900 }: { theme?: ThemeName; width?: number } = {},
  ): Promise<Page> {
    const context = await this.#browser.newContext({
      viewport: { width, height: 700 },
      timezoneId: 'Europe/Berlin',
      locale: 'en-GB',
    });
    this.#contexts.push(context);
    const page = await context.newPage();
    await page.route(`${origin}/**`, (route) =>
      route.request().url().endsWith('.js')
        ? route.fulfill({ contentType: 'text/javascript', body: this.#script })
        : route.fulfill({
            contentType: 'text/html',
            headers: { 'content-security-policy': policy },
            body: html,
          }),
    );
    page.on('pageerror', (error) => {
      throw error;
    });
    await page.goto(origin);
    await page.waitForFunction(() => 'draw' in window);
    await page.evaluate((look) => {
      document.body.className = look.bodyClass;
      const { style } = document.documentElement;
      for (const [name, value] of Object.entries(look.variables)) {
        style.setProperty(`--vscode-${name}`, value);
      }
      document.body.style.background = 'var(--vscode-editor-background)';
      document.body.style.color = 'var(--vscode-foreground)';
    }, themes[theme]);
    await page.evaluate((all) => all.forEach((one, place) => window.draw(place, one)), outputs);
    return page;
  }

  async closePages(): Promise<void> {
    await Promise.all(this.#contexts.splice(0).map((context) => context.close()));
  }

  async stop(): Promise<void> {
    await this.#browser.close();
  }
}
