import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { appendFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { watchOver } from '../../src/local/watchdog.ts';
import { runCommand } from '../setup/runCommand.ts';
import { SetupProblem } from '../setup/setupProblem.ts';

export interface VscodeServerOptions {
  /** The folder of VS Code's server (see vscodeServerFiles). */
  readonly files: string;
  /** A folder of its own: user data, extensions, server data, log. */
  readonly folder: string;
  /** A free one unless told. */
  readonly port?: number;
  /** Extensions to install. */
  readonly vsixes?: readonly string[];
  /** The user's settings; a file that is there already stays when none are given. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Asked of every browser, as `tkn` in the URL; none is asked unless told. */
  readonly token?: string;
  /** Lets the URL choose an extension in development and a test entry; VS Code then shows no toasts. */
  readonly testDriver?: boolean;
  /** More environment variables for the server and its extension hosts. */
  readonly env?: Readonly<Record<string, string>>;
  /** Workspaces are not trusted until the person says so; otherwise everything is. */
  readonly workspaceTrust?: boolean;
  readonly startLimitMs?: number;
}

/** What a URL of the workbench may ask for. */
export interface WorkbenchTarget {
  /** The workspace folder. */
  readonly folder: string;
  /** An extension that is run from its folder; needs `testDriver`. */
  readonly extensionDevelopmentPath?: string;
  /** A file that exports `run()`, run inside the extension host; needs `testDriver`. */
  readonly extensionTestsPath?: string;
}

/** VS Code's own server on 127.0.0.1; it ends with our own process. Made by {@link startVscodeServer}. */
export class VscodeServer {
  readonly port: number;
  /** The file with what the server writes. */
  readonly logFile: string;
  readonly #process: ChildProcess;
  readonly #token: string | undefined;

  constructor(process: ChildProcess, port: number, logFile: string, token: string | undefined) {
    this.#process = process;
    this.port = port;
    this.logFile = logFile;
    this.#token = token;
  }

  get pid(): number | undefined {
    return this.#process.pid;
  }

  /** Where a browser opens the workbench. */
  url(target: WorkbenchTarget): string {
    const origin = `127.0.0.1:${this.port}`;
    const url = new URL(`http://${origin}/`);
    if (this.#token !== undefined) url.searchParams.set('tkn', this.#token);
    url.searchParams.set('folder', target.folder);
    const { extensionDevelopmentPath: development, extensionTestsPath: tests } = target;
    const payload = [
      ...(development === undefined
        ? []
        : [['extensionDevelopmentPath', `vscode-remote://${origin}${development}`]]),
      ...(tests === undefined ? [] : [['extensionTestsPath', `vscode-remote://${origin}${tests}`]]),
    ];
    if (payload.length > 0) url.searchParams.set('payload', JSON.stringify(payload));
    return url.href;
  }

  /** Ends the server and its extension hosts; by force after a limit. */
  async stop(limitMs = 5000): Promise<void> {
    if (this.#process.exitCode !== null || this.#process.signalCode !== null) return;
    const ended = once(this.#process, 'exit');
    this.#process.kill('SIGTERM');
    const timer = setTimeout(() => this.#process.kill('SIGKILL'), limitMs);
    await ended;
    clearTimeout(timer);
  }
}

/**
 * Installs the extension and starts the server.
 *
 * @throws SetupProblem when it does not come up, with the end of what it wrote
 */
export async function startVscodeServer(options: VscodeServerOptions): Promise<VscodeServer> {
  const main = join(options.files, 'out', 'server-main.js');
  const user = join(options.folder, 'user');
  await mkdir(join(user, 'User'), { recursive: true });
  if (options.settings !== undefined) {
    const text = `${JSON.stringify(options.settings, undefined, 2)}\n`;
    await writeFile(join(user, 'User', 'settings.json'), text);
  }
  const folders = [
    ...['--server-data-dir', join(options.folder, 'server')],
    ...['--user-data-dir', user],
    ...['--extensions-dir', join(options.folder, 'extensions')],
  ];
  const common = ['--accept-server-license-terms', '--telemetry-level', 'off', ...folders];
  for (const vsix of options.vsixes ?? []) {
    const install = ['--install-extension', vsix, '--force'];
    await runCommand(process.execPath, [main, ...install, ...common], { timeLimitMs: 120_000 });
  }
  const args = [
    ...['--host', '127.0.0.1', '--port', String(options.port ?? 0), ...common],
    ...(options.token === undefined
      ? ['--without-connection-token']
      : ['--connection-token', options.token]),
    ...(options.testDriver === true ? ['--enable-smoke-test-driver'] : []),
    ...(options.workspaceTrust === true ? [] : ['--disable-workspace-trust']),
  ];
  const server = spawn(process.execPath, [main, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...options.env },
    detached: process.platform !== 'win32',
  });
  if (server.pid !== undefined) server.once('exit', watchOver(server.pid));
  const logFile = join(options.folder, 'server.log');
  await writeFile(logFile, '');
  const port = await listening(server, logFile, options.startLimitMs ?? 60_000);
  return new VscodeServer(server, port, logFile, options.token);
}

/** Waits for the line that tells the port; everything the server writes goes to its log file. */
function listening(server: ChildProcess, logFile: string, limitMs: number): Promise<number> {
  return new Promise((resolve, reject) => {
    let text = '';
    const fail = (what: string) => {
      clearTimeout(timer);
      server.kill('SIGKILL');
      reject(
        new SetupProblem(
          `VS Code's server ${what}:\n${text.trim().split('\n').slice(-15).join('\n')}`,
        ),
      );
    };
    const timer = setTimeout(() => fail(`is not ready after ${limitMs / 1000} s`), limitMs);
    const read = (chunk: Buffer) => {
      void appendFile(logFile, chunk).catch(() => undefined);
      if (text.length > 100_000) return;
      text += chunk.toString();
      const port = /Extension host agent listening on (\d+)/.exec(text)?.[1];
      if (port === undefined) return;
      clearTimeout(timer);
      resolve(Number(port));
    };
    server.stdout?.on('data', read);
    server.stderr?.on('data', read);
    server.once('error', (error) => fail(`could not be started (${error.message})`));
    server.once('exit', (code) => fail(`ended with code ${code ?? 'none'}`));
  });
}
