// Type-checks every layer: one tsconfig.json each, so that a layer sees only what it may see.
import { spawn } from 'node:child_process';
import { globSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');
const projects = globSync('{.,*,src/*}/tsconfig.json', {
  cwd: root,
  exclude: (path) => path.includes('node_modules'),
}).sort();

/** Two at a time: a check needs one processor and some 300 MB. */
const queue = [...projects];
const results = await Promise.all([worker(), worker()]);
process.exitCode = results.every(Boolean) ? 0 : 1;

async function worker(): Promise<boolean> {
  let good = true;
  for (let project = queue.shift(); project !== undefined; project = queue.shift()) {
    good = (await check(project)) && good;
  }
  return good;
}

function check(project: string): Promise<boolean> {
  const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  const child = spawn(process.execPath, [tsc, '-p', project, '--pretty', 'false'], {
    cwd: root,
    stdio: 'inherit',
  });
  return new Promise((resolve) => child.on('exit', (code) => resolve(code === 0)));
}
