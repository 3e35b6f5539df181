import { rename, writeFile } from 'node:fs/promises';
import Mocha from 'mocha';
import { measurements } from './measurements.ts';

/** What the driver reads (test/support/host/insideReport.ts has the same shape). */
interface Outcome {
  title: string;
  error?: string;
}

/**
 * The entry that VS Code calls inside the extension host (`extensionTestsPath`). Runs the mocha tests and
 * writes what came of them to the file that `HOST_TEST_REPORT` names.
 */
export async function run(): Promise<void> {
  const mocha = new Mocha({ ui: 'bdd', timeout: 30_000, reporter: 'min' });
  mocha.suite.emit('pre-require', globalThis, 'inside', mocha);
  await import('./activation.ts');
  await import('./colours.ts');
  await import('./outline.ts');
  const outcomes: Outcome[] = [];
  await new Promise<void>((resolve) => {
    const runner = mocha.run(() => resolve());
    runner.on('pass', (test) => outcomes.push({ title: test.fullTitle() }));
    runner.on('fail', (test, error: Error) =>
      outcomes.push({ title: test.fullTitle(), error: error.stack ?? error.message }),
    );
  });
  const report = JSON.stringify({ outcomes, measurements: Object.fromEntries(measurements) });
  const path = process.env.HOST_TEST_REPORT ?? 'host-test-report.json';
  await writeFile(`${path}.part`, report);
  await rename(`${path}.part`, path);
}
