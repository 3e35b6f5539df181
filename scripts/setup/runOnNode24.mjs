// The first step of every script: install what is missing, then go on under Node 24, which runs TypeScript.
import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installModules } from './installModules.mjs';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/**
 * Runs `entry` (a TypeScript file, relative to the clone) under Node 24 with our arguments and ends with
 * its exit code. The child hears of our end through its channel (`disconnect`), so nothing is left behind.
 *
 * @param {string} entry
 * @param {string[]} [args]
 */
export async function runOnNode24(entry, args = process.argv.slice(2)) {
  let node;
  try {
    node = await installModules(root, (line) => console.error(`• ${line}`));
  } catch (error) {
    console.error(`✗ ${error.message}`);
    process.exitCode = 1;
    return;
  }
  const path = `${join(root, 'node_modules', '.bin')}${process.platform === 'win32' ? ';' : ':'}${process.env.PATH}`;
  const child = spawn(node, [join(root, entry), ...args], {
    cwd: root,
    env: { ...process.env, PATH: path },
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  // The child ends what it started and we wait for it (from a terminal it hears Ctrl+C twice, which it bears).
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.on(signal, () => child.kill(signal));
  // npm that is ended by a signal tells nobody: then our parent is another one.
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.env.npm_lifecycle_event && process.ppid !== parent) child.kill('SIGTERM');
  }, 1000);
  child.on('exit', (code, signal) => {
    clearInterval(watch);
    process.exitCode = code ?? (signal === 'SIGINT' ? 130 : 1);
    child.channel?.unref();
  });
}
