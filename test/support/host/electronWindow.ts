import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { _electron } from 'playwright-core';
import { resolveCliArgsFromVSCodeExecutablePath } from '@vscode/test-electron';
import { runCommand } from '../../../scripts/setup/runCommand.ts';
import { fromRunner } from '../environment.ts';
import type { VscodeWindow, WindowOptions } from './vscodeWindow.ts';

/** Desktop VS Code, as @vscode/test-electron fetched it, with user data and extensions of its own. */
export async function openElectronWindow(options: WindowOptions): Promise<VscodeWindow> {
  const executablePath = fromRunner('VSCODE_ELECTRON');
  const userData = join(options.folder, 'user');
  await mkdir(join(userData, 'User'), { recursive: true });
  await writeFile(join(userData, 'User', 'settings.json'), JSON.stringify(options.settings));
  const extensions = join(options.folder, 'extensions');
  const folders = ['--user-data-dir', userData, '--extensions-dir', extensions];
  const [cli = '', ...cliArguments] = resolveCliArgsFromVSCodeExecutablePath(executablePath, {
    reuseMachineInstall: true,
  });
  const install = options.vsixes.flatMap((vsix) => ['--install-extension', vsix]);
  const all = [...cliArguments, ...folders, ...install, '--force'];
  await runCommand(cli, all, { timeLimitMs: 120_000 });
  const application = await _electron.launch({
    executablePath,
    env: { ...environment(), ...options.env },
    args: [
      options.workspace,
      ...folders,
      ...['--no-sandbox', '--disable-gpu', '--disable-updates', '--disable-telemetry'],
      ...['--skip-welcome', '--skip-release-notes'],
      ...(options.workspaceTrust ? [] : ['--disable-workspace-trust']),
    ],
  });
  const page = await application.firstWindow();
  const { width, height } = options.viewport;
  const window = await application.browserWindow(page);
  await window.evaluate(
    (shown, size) => {
      (shown as { setContentSize(width: number, height: number): void }).setContentSize(...size);
    },
    [width, height] as const,
  );
  return { page, logs: [join(userData, 'logs')], close: () => application.close() };
}

function environment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value]],
    ),
  );
}
