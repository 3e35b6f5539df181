import { cp, mkdir, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { quietSettings } from '../../../scripts/vscode/quietSettings.ts';
import { fromRunner } from '../environment.ts';
import { tempFolder } from '../tempFolder.ts';
import { openElectronWindow } from './electronWindow.ts';
import { openServerWindow } from './serverWindow.ts';
import { vscodeKind } from './vscodeKind.ts';
import type { VscodeWindow } from './vscodeWindow.ts';
import { Workbench } from './workbench.ts';

export interface HostSessionOptions {
  /** The saved clusters: name → what its entry says, the runner's broker unless told. */
  readonly clusters?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  /** User settings, added to those that keep VS Code quiet. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Files of the workspace: path → text. */
  readonly files?: Readonly<Record<string, string>>;
  /** The workspace is not trusted until the person says so; otherwise everything is. */
  readonly workspaceTrust?: boolean;
  /** Extensions besides ours. */
  readonly vsixes?: readonly string[];
  /** More environment variables of VS Code and its extension host. */
  readonly env?: Readonly<Record<string, string>>;
  /** The window's size in CSS pixels; 1400 × 1000 unless told. */
  readonly viewport?: { readonly width: number; readonly height: number };
}

/** Nothing asks for trust by itself: the window opens restricted. What gives trust is an editor like others. */
const trustSettings = {
  'security.workspace.trust.enabled': true,
  'security.workspace.trust.startupPrompt': 'never',
  'workbench.editor.useModal': 'off',
};

/**
 * A real VS Code with the shipped VSIX, a workspace, and settings: everything temporary. Which VS Code is said by
 * `VSCODE_TEST`.
 */
export class HostSession {
  readonly workbench: Workbench;
  /** The workspace folder. */
  readonly workspace: string;
  readonly settingsFile: string;
  readonly #window: VscodeWindow;
  readonly #remove: () => Promise<void>;

  private constructor(window: VscodeWindow, folder: { path: string; remove: () => Promise<void> }) {
    this.#window = window;
    this.#remove = folder.remove;
    this.workbench = new Workbench(window.page);
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
    const { workspaceTrust = false } = options;
    const open = { server: openServerWindow, electron: openElectronWindow }[vscodeKind()];
    const window = await open({
      folder: folder.path,
      workspace,
      vsixes: [fromRunner('EXTENSION_VSIX'), ...(options.vsixes ?? [])],
      settings: {
        ...quietSettings,
        ...(workspaceTrust && trustSettings),
        ...(options.clusters && clusterSettings(options.clusters)),
        ...options.settings,
      },
      workspaceTrust,
      ...(options.env && { env: options.env }),
      viewport: options.viewport ?? { width: 1400, height: 1000 },
    });
    window.page.setDefaultTimeout(20_000);
    const session = new HostSession(window, folder);
    try {
      await session.workbench.ready();
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
    for (const log of this.#window.logs) {
      await cp(log, join(target, basename(log)), { recursive: true }).catch(() => undefined);
    }
    console.log(`See ${target}`);
  }

  async close(): Promise<void> {
    await this.#window.close();
    await this.#remove();
  }
}

function clusterSettings(clusters: NonNullable<HostSessionOptions['clusters']>): object {
  const saved = Object.entries(clusters).map(([name, entry]) => [
    name,
    'bootstrapServers' in entry
      ? entry
      : { bootstrapServers: fromRunner('KAFKA_BOOTSTRAP'), ...entry },
  ]);
  return { 'kafkaWorkbench.clusters': Object.fromEntries(saved) as unknown };
}
