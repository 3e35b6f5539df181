import { cp, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { quietSettings } from '../../../scripts/vscode/quietSettings.ts';
import { startVscodeServer, type VscodeServer } from '../../../scripts/vscode/vscodeServer.ts';
import { fromRunner } from '../environment.ts';
import { tempFolder } from '../tempFolder.ts';
import { browserArguments } from './browserArguments.ts';
import { Workbench } from './workbench.ts';

export interface HostSessionOptions {
  /** User settings, added to those that keep VS Code quiet. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Files of the workspace: path → text. */
  readonly files?: Readonly<Record<string, string>>;
  /** The window's size in CSS pixels; 1400 × 1000 unless told. */
  readonly viewport?: { readonly width: number; readonly height: number };
}

/** VS Code with the shipped VSIX in a browser, a workspace, and settings: everything temporary. */
export class HostSession {
  readonly workbench: Workbench;
  /** The workspace folder. */
  readonly workspace: string;
  readonly settingsFile: string;
  readonly #server: VscodeServer;
  readonly #browser: Browser;
  readonly #remove: () => Promise<void>;

  private constructor(
    server: VscodeServer,
    browser: Browser,
    workbench: Workbench,
    folder: { path: string; remove: () => Promise<void> },
  ) {
    this.#server = server;
    this.#browser = browser;
    this.#remove = folder.remove;
    this.workbench = workbench;
    this.workspace = join(folder.path, 'workspace');
    this.settingsFile = join(folder.path, 'user', 'User', 'settings.json');
  }

  /** Starts it all and opens the workbench. */
  static async start(options: HostSessionOptions = {}): Promise<HostSession> {
    const folder = await tempFolder();
    const workspace = join(folder.path, 'workspace');
    await mkdir(workspace);
    for (const [path, text] of Object.entries(options.files ?? {})) {
      await mkdir(dirname(join(workspace, path)), { recursive: true });
      await writeFile(join(workspace, path), text);
    }
    const server = await startVscodeServer({
      files: fromRunner('VSCODE_SERVER'),
      folder: folder.path,
      vsix: fromRunner('EXTENSION_VSIX'),
      settings: { ...quietSettings, ...options.settings },
    });
    const browser = await chromium.launch({
      executablePath: fromRunner('CHROMIUM'),
      args: browserArguments,
    });
    const page = await browser.newPage({
      viewport: options.viewport ?? { width: 1400, height: 1000 },
    });
    page.setDefaultTimeout(20_000);
    const session = new HostSession(server, browser, new Workbench(page), folder);
    try {
      await session.workbench.open(server.url({ folder: workspace }));
      return session;
    } catch (error) {
      await session.keepEvidence('start');
      await session.close();
      throw error;
    }
  }

  /** After a failed test: a picture of the workbench and VS Code's logs, in `test-results/`. */
  async keepEvidence(name: string): Promise<void> {
    const target = join('test-results', name.replaceAll(/[^\w-]+/g, '-').slice(0, 100));
    await mkdir(target, { recursive: true });
    await this.workbench.page
      .screenshot({ path: join(target, 'workbench.png') })
      .catch(() => undefined);
    await cp(this.#server.logFile, join(target, 'server.log')).catch(() => undefined);
    console.log(`See ${target}`);
  }

  async close(): Promise<void> {
    await this.#browser.close();
    await this.#server.stop();
    await this.#remove();
  }
}
