import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { onPath } from '../setup/onPath.ts';
import { runCommand } from '../setup/runCommand.ts';

/** The command of a desktop VS Code that can show a window here, or undefined. */
export function findDesktopVscode(): string | undefined {
  const { env, platform } = process;
  if (platform === 'linux') {
    if (env.DISPLAY === undefined && env.WAYLAND_DISPLAY === undefined) return undefined;
    return onPath('code', 'code-insiders', 'codium');
  }
  if (platform === 'win32') return onPath('code.cmd');
  const app = '/Applications/Visual Studio Code.app/Contents/Resources/app/bin/code';
  return onPath('code') ?? (existsSync(app) ? app : undefined);
}

/** Desktop VS Code with user data and extensions of its own, so that the user's own stay untouched. */
export class DesktopVscode {
  readonly #command: string;
  readonly #userData: string;
  readonly #folders: readonly string[];

  constructor(command: string, folder: string) {
    this.#command = command;
    this.#userData = join(folder, 'user');
    const extensions = join(folder, 'extensions');
    this.#folders = ['--user-data-dir', this.#userData, '--extensions-dir', extensions];
  }

  /** Installs the extension and opens a window on the workspace. */
  async open(vsix: string, workspace: string): Promise<void> {
    await this.#run(['--install-extension', vsix, '--force']);
    await this.#run(['--new-window', workspace]);
  }

  /** Ends the VS Code that was opened, and waits for its end. */
  async close(limitMs = 5000): Promise<void> {
    const pid = this.#pid();
    if (pid === undefined) return;
    process.kill(pid, 'SIGTERM');
    const deadline = Date.now() + limitMs;
    while (this.#pid() !== undefined && Date.now() < deadline) await delay(100);
  }

  /** VS Code's main process notes its id in its user data folder; undefined when it does not run. */
  #pid(): number | undefined {
    try {
      const pid = Number(readFileSync(join(this.#userData, 'code.lock'), 'utf8'));
      if (!Number.isInteger(pid) || pid <= 0) return undefined;
      process.kill(pid, 0);
      return pid;
    } catch {
      return undefined;
    }
  }

  async #run(args: readonly string[]): Promise<void> {
    await runCommand(this.#command, [...this.#folders, ...args], { timeLimitMs: 120_000 });
  }
}
