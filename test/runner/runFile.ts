import { run } from 'node:test';
import { resolve } from 'node:path';
import type { EventData } from 'node:test';
import type { Outcome } from './report.ts';
import type { Suite } from './suites.ts';

/** What a test file did. */
export interface FileResult {
  readonly outcomes: readonly Outcome[];
  /** What it wrote to stdout and stderr. */
  readonly output: string;
}

/**
 * Runs one test file in a process of its own. A file that does not load, holds no test, or does not end
 * within its limit counts as one failed test.
 */
export async function runFile(file: string, suite: Suite, abort: AbortSignal): Promise<FileResult> {
  const limit = AbortSignal.timeout(suite.fileLimitMs);
  const events = run({
    files: [file],
    timeout: suite.testLimitMs,
    signal: AbortSignal.any([limit, abort]),
  });
  const outcomes: Outcome[] = [];
  const ancestors: string[] = [];
  let output = '';
  const record = (data: EventData.TestPass | EventData.TestFail, result: Outcome['result']) => {
    const path = [suite.name, file, ...ancestors.slice(0, data.nesting), data.name];
    outcomes.push({ path, result, ms: data.details.duration_ms, ...detailOf(data) });
  };
  events.on('test:start', ({ name, nesting }) => (ancestors[nesting] = name));
  events.on('test:stdout', ({ message }) => (output += message));
  events.on('test:stderr', ({ message }) => (output += message));
  events.on('test:pass', (data) => {
    if (data.details.type === 'suite') return;
    if (isFile(data, file)) {
      outcomes.push(failure(suite, file, 'The file holds no test.'));
    } else {
      record(data, data.skip === undefined ? 'passed' : 'skipped');
    }
  });
  events.on('test:fail', (data) => {
    const { failureType } = data.details.error as { failureType?: string };
    if (failureType === 'subtestsFailed') return;
    if (isFile(data, file)) {
      const reason = limit.aborted
        ? `The file did not end within ${suite.fileLimitMs / 1000} s: is something left open?`
        : 'The file ended with an error.';
      outcomes.push(failure(suite, file, reason));
    } else {
      record(data, 'failed');
    }
  });
  await new Promise<void>((resolve) => {
    events.on('end', resolve);
    events.on('error', () => resolve());
    events.resume();
  });
  return { outcomes, output };
}

/** True for the entry that stands for the file itself: it did not load, not end, or holds no test. */
function isFile(data: EventData.TestPass | EventData.TestFail, file: string): boolean {
  return data.nesting === 0 && resolve(data.name) === resolve(file);
}

function failure(suite: Suite, file: string, reason: string): Outcome {
  return { path: [suite.name, file, '(the file)'], result: 'failed', ms: 0, detail: reason };
}

function detailOf(data: EventData.TestPass | EventData.TestFail): { detail?: unknown } {
  if ('error' in data.details) return { detail: data.details.error };
  return typeof data.skip === 'string' ? { detail: data.skip } : {};
}
