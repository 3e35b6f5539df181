import { spawn } from 'node:child_process';
import { isAbort } from '../../src/core/kafkaError.ts';
import { launchOf } from './launchOf.ts';
import { SetupProblem } from './setupProblem.ts';

export interface CommandOptions {
  cwd?: string;
  env?: NodeJS.ProcessEnv;
  signal?: AbortSignal | undefined;
  /** Milliseconds until the command is ended; ten minutes unless told. */
  timeLimitMs?: number;
}

/**
 * Runs a command to its end and returns its standard output.
 *
 * @throws SetupProblem with the last lines of its output when it fails, and what to do where that is known;
 *   an AbortError when it was aborted
 */
export function runCommand(
  command: string,
  args: readonly string[],
  options: CommandOptions = {},
): Promise<string> {
  return new Promise((resolve, reject) => {
    const launch = launchOf(command, args);
    const child = spawn(launch.command, launch.args, {
      windowsVerbatimArguments: launch.verbatim,
      cwd: options.cwd,
      env: options.env ?? process.env,
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: options.timeLimitMs ?? 600_000,
      ...(options.signal && { signal: options.signal }),
    });
    let stdout = '';
    let all = '';
    child.stdout.on('data', (chunk: Buffer) => {
      stdout += chunk.toString();
      all += chunk.toString();
    });
    child.stderr.on('data', (chunk: Buffer) => (all += chunk.toString()));
    child.on('error', (cause) => {
      const problem = new SetupProblem(`"${command}" could not be run: ${cause.message}`, {
        cause,
      });
      reject(isAbort(cause) ? cause : problem);
    });
    child.on('close', (code, signal) => {
      if (code === 0) {
        resolve(stdout);
        return;
      }
      const tail = all.trimEnd().split('\n').slice(-15).join('\n');
      const how =
        code === null ? `was ended by ${signal ?? 'a signal'}` : `failed with code ${code}`;
      reject(new SetupProblem(`"${[command, ...args].join(' ')}" ${how}:\n${tail}${advice(all)}`));
    });
  });
}

/** The sentence for the causes that a person can mend. */
function advice(output: string): string {
  if (/ENOSPC|No space left/i.test(output)) return '\nThe disk is full: free some space.';
  if (
    /ENOTFOUND|EAI_AGAIN|ETIMEDOUT|Unknown host|Connection refused|Could not transfer|Network is unreachable/i.test(
      output,
    )
  ) {
    return '\nThe network cannot be reached: check the connection and the proxy settings.';
  }
  return '';
}
