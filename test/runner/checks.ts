import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { Outcome } from './report.ts';

const modules = join(import.meta.dirname, '..', '..', 'node_modules');

/** The checks of the source itself; each counts as one test. */
export const checks: Readonly<Record<string, readonly string[]>> = {
  types: [join(import.meta.dirname, '..', '..', 'scripts', 'checks', 'checkTypes.ts')],
  lint: [join(modules, 'eslint', 'bin', 'eslint.js'), '.', '--max-warnings', '0'],
  format: [join(modules, 'prettier', 'bin', 'prettier.cjs'), '--check', '--log-level', 'warn', '.'],
};

/** Runs one of the checks. */
export async function runCheck(name: string, abort: AbortSignal): Promise<Outcome> {
  const start = performance.now();
  const child = spawn(process.execPath, [...(checks[name] ?? [])], {
    stdio: ['ignore', 'pipe', 'pipe'],
    signal: abort,
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const good = await new Promise<boolean>((resolve) => {
    child.on('error', () => resolve(false));
    child.on('close', (code) => resolve(code === 0));
  });
  const ms = performance.now() - start;
  return good
    ? { path: ['checks', name], result: 'passed', ms }
    : { path: ['checks', name], result: 'failed', ms, detail: output.trimEnd() };
}
