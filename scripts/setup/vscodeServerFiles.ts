import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cached, type CachedThing } from './cached.ts';
import { runCommand } from './runCommand.ts';

/** The npm package that carries VS Code's own server (VS Code 1.139). */
const serverVersion = '4.139.1';

/**
 * The folder of VS Code's server (`out/server-main.js`), fetched by npm. No install script of it runs: only
 * its VS Code part is used, under Node 24, and that needs no compiled module.
 */
export async function vscodeServerFiles(signal?: AbortSignal): Promise<string> {
  const thing: CachedThing = {
    name: `vscode-server-${serverVersion}`,
    title: "VS Code's server (590 MB on disk, by npm)",
    bytes: 1_200e6,
    hashes: false,
    fetch: async (target, signal) => {
      const npm = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
      await writeFile(join(target, 'package.json'), '{"private":true}');
      await runNpm(['install', `code-server@${serverVersion}`, ...npm], target, signal);
      await runNpm(['install', '--omit=dev', ...npm], vscodeFolder(target), signal);
    },
  };
  const folder = await cached(thing, { signal });
  return vscodeFolder(folder);
}

function vscodeFolder(folder: string): string {
  return join(folder, 'node_modules', 'code-server', 'lib', 'vscode');
}

function runNpm(
  args: readonly string[],
  cwd: string,
  signal: AbortSignal | undefined,
): Promise<string> {
  // Settings that npm handed to our own script (its prefix above all) must not steer this installation.
  const env = Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => !/^npm_(config_local_prefix|package_|lifecycle_)/.test(name),
    ),
  );
  const cli = process.env.npm_execpath;
  const options = { cwd, env, signal };
  return cli?.endsWith('.js')
    ? runCommand(process.execPath, [cli, ...args], options)
    : runCommand(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, options);
}
