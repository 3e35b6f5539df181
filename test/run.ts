// The test runner: `npm test` for all, `npm test -- unit cluster` for some suites, `npm test -- test/unit/x.test.ts`
// for some files. Ends with one line, `N passed, N failed`.
import { globSync } from 'node:fs';
import { join, matchesGlob } from 'node:path';
import { setupSentence } from '../scripts/setup/setupSentence.ts';
import { checks, runCheck } from './runner/checks.ts';
import { Preparation } from './runner/prepare.ts';
import { Report } from './runner/report.ts';
import { runFile } from './runner/runFile.ts';
import { suites, type Suite } from './runner/suites.ts';

const root = join(import.meta.dirname, '..');
process.chdir(root);

const wanted = process.argv.slice(2);
const abort = new AbortController();
const preparation = new Preparation(abort.signal);
const report = new Report();

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => abort.abort());
}
// Our starter has ended without a word (killed): nobody reads our report any more.
process.on('disconnect', () => abort.abort());

try {
  refuseUnknown();
  await runChecks();
  for (const suite of suites) {
    const files = filesOf(suite);
    if (files.length > 0 && !abort.signal.aborted) await runSuite(suite, files);
  }
} finally {
  await preparation.undo();
}
process.exitCode = report.end() && !abort.signal.aborted ? 0 : 1;
process.channel?.unref();

/** A word that names nothing would otherwise run nothing and pass. */
function refuseUnknown(): void {
  const names = [...Object.keys(checks), ...suites.map(({ name }) => name)];
  const unknown = wanted.filter(
    (word) => !names.includes(word) && !suites.some(({ glob }) => matchesGlob(word, glob)),
  );
  if (unknown.length === 0) return;
  console.error(
    `No suite and no test file is called ${unknown.join(', ')}. Suites: ${names.join(', ')}.`,
  );
  process.exit(2);
}

function filesOf(suite: Suite): string[] {
  if (wanted.length === 0 || wanted.includes(suite.name)) return globSync(suite.glob).sort();
  return wanted.filter((word) => matchesGlob(word, suite.glob));
}

async function runChecks(): Promise<void> {
  const names = Object.keys(checks).filter((name) => wanted.length === 0 || wanted.includes(name));
  if (names.length === 0) return;
  report.heading('checks');
  for (const outcome of await inParallel(names, 2, (name) => runCheck(name, abort.signal))) {
    report.add(outcome);
  }
}

async function runSuite(suite: Suite, files: readonly string[]): Promise<void> {
  report.heading(suite.name);
  try {
    for (const need of suite.needs) await preparation.meet(need);
  } catch (error) {
    const path = [suite.name, 'can be prepared'];
    report.add({ path, result: 'failed', ms: 0, detail: setupSentence(error) });
    return;
  }
  await inParallel(files, suite.concurrency, async (file) => {
    if (abort.signal.aborted) return;
    const { outcomes, output } = await runFile(file, suite, abort.signal);
    report.file(file, outcomes, output);
  });
  await preparation.undo();
}

/** Maps with at most `limit` calls running at once. */
async function inParallel<T, R>(
  items: readonly T[],
  limit: number,
  call: (item: T) => Promise<R>,
): Promise<R[]> {
  const results: R[] = [];
  const entries = items.entries();
  const worker = async () => {
    for (const [index, item] of entries) results[index] = await call(item);
  };
  await Promise.all(Array.from({ length: limit }, worker));
  return results;
}
