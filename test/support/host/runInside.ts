import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { quietSettings } from '../../../scripts/vscode/quietSettings.ts';
import { startVscodeServer } from '../../../scripts/vscode/vscodeServer.ts';
import { launchChromium } from '../chromium.ts';
import { fromRunner } from '../environment.ts';
import { tempFolder } from '../tempFolder.ts';
import { vscodeKind } from './vscodeKind.ts';

const root = join(import.meta.dirname, '..', '..', '..');

/** What the tests inside the extension host came to. */
export interface InsideReport {
  readonly outcomes: readonly { title: string; error?: string }[];
  /** Milliseconds by name, such as `activation`. */
  readonly measurements: Readonly<Record<string, number>>;
}

/**
 * Runs dist/test/index.cjs inside the extension host of a real VS Code: its server with a browser, or, when
 * `VSCODE_TEST` is `electron`, the desktop one that @vscode/test-electron downloads.
 */
export async function runInside(limitMs = 90_000): Promise<InsideReport> {
  const folder = await tempFolder();
  const report = join(folder.path, 'report.json');
  const workspace = join(folder.path, 'workspace');
  await mkdir(workspace);
  try {
    if (vscodeKind() === 'electron') await inElectron(folder.path, workspace, report);
    else await inServer(folder.path, workspace, report, limitMs);
    return JSON.parse(await readFile(report, 'utf8')) as InsideReport;
  } finally {
    await folder.remove();
  }
}

const extensionTestsPath = join(root, 'dist', 'test', 'index.cjs');

async function inElectron(folder: string, workspace: string, report: string): Promise<void> {
  const { runTests } = await import('@vscode/test-electron');
  const userData = join(folder, 'user');
  await mkdir(join(userData, 'User'), { recursive: true });
  await writeFile(join(userData, 'User', 'settings.json'), JSON.stringify(quietSettings));
  await runTests({
    vscodeExecutablePath: fromRunner('VSCODE_ELECTRON'),
    extensionDevelopmentPath: root,
    extensionTestsPath,
    extensionTestsEnv: { HOST_TEST_REPORT: report },
    launchArgs: [
      workspace,
      ...['--user-data-dir', userData, '--disable-extensions', '--disable-workspace-trust'],
    ],
  });
}

async function inServer(folder: string, workspace: string, report: string, limitMs: number) {
  const server = await startVscodeServer({
    files: fromRunner('VSCODE_SERVER'),
    folder,
    settings: quietSettings,
    testDriver: true,
    env: { HOST_TEST_REPORT: report },
  });
  try {
    const browser = await launchChromium();
    try {
      const page = await browser.newPage();
      const target = { folder: workspace, extensionDevelopmentPath: root, extensionTestsPath };
      await page.goto(server.url(target));
      const deadline = Date.now() + limitMs;
      while (!existsSync(report)) {
        if (Date.now() > deadline) throw new Error('The tests in the extension host did not end.');
        await page.waitForTimeout(100);
      }
    } finally {
      await browser.close();
    }
  } finally {
    await server.stop();
  }
}
