import { spawn } from 'node:child_process';
import { resolve } from 'node:path';

/** What a program that ran to its end printed, and how long it took. */
export interface ProgramResult {
  readonly stdout: string;
  readonly ms: number;
}

const longestMs = 600_000;

/** Runs a program to its end; `shell` runs it as a shell line. Rejects when it fails. */
export function runProgram(
  command: string,
  args: readonly string[],
  options: { shell?: boolean } = {},
): Promise<ProgramResult> {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const child = spawn(command, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: longestMs,
      shell: options.shell === true ? '/bin/sh' : false,
    });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
    child.on('error', reject);
    child.on('close', (code) => {
      const ms = performance.now() - start;
      if (code === 0) resolve({ stdout, ms });
      else reject(new Error(`${command} ended with ${code ?? 'a signal'}: ${stderr.slice(-2000)}`));
    });
  });
}

/**
 * Runs one measurement in a process of its own, so that memory and compiled code are its own.
 *
 * @param file of this folder, or a whole path
 */
export async function runChild<T>(file: string, task: unknown): Promise<T> {
  const path = resolve(import.meta.dirname, file);
  const { stdout } = await runProgram(process.execPath, [path, JSON.stringify(task)]);
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as T;
}
