import { stat } from 'node:fs/promises';
import { build } from '../../scripts/package/build.ts';
import { packageVsix } from '../../scripts/package/packageVsix.ts';
import { chromium } from '../../scripts/setup/chromium.ts';
import { say } from '../../scripts/setup/say.ts';
import { vscodeServerFiles } from '../../scripts/setup/vscodeServerFiles.ts';
import { runInside } from '../support/host/runInside.ts';

const runs = 5;

/**
 * Activation time of the built bundle inside a real extension host (loading it included), each time in a
 * new VS Code, and the sizes of what ships. Goals: under 50 ms, bundle under 600 KB, VSIX under 1 MB.
 */
export async function activationBench(): Promise<void> {
  process.env.CHROMIUM = await chromium();
  process.env.VSCODE_SERVER = await vscodeServerFiles();
  say('Building');
  await build({ tests: true });
  const vsix = await packageVsix();
  const times: number[] = [];
  for (let run = 1; run <= runs; run++) {
    say(`Starting VS Code, ${run} of ${runs}`);
    const { measurements } = await runInside();
    if (measurements.activation !== undefined) times.push(measurements.activation);
  }
  times.sort((a, b) => a - b);
  const shown = times.map((time) => time.toFixed(1)).join(' ');
  const median = times[Math.floor(times.length / 2)]?.toFixed(1) ?? '?';
  console.log(`activation    ${median} ms (median of ${shown})`);
  console.log(`host bundle   ${await kilobytes('dist/extension.cjs')}`);
  console.log(`tail page     ${await kilobytes('dist/webview/tail.js')}`);
  console.log(`VSIX          ${await kilobytes(vsix)}`);
}

async function kilobytes(path: string): Promise<string> {
  return `${((await stat(path)).size / 1000).toFixed(0)} KB`;
}
