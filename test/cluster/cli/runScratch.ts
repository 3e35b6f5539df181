import { spawn } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BlockResult } from '../../../src/run/blockResult.ts';
import { fromRunner } from '../../support/environment.ts';
import { tempFolder } from '../../support/tempFolder.ts';
import { uniqueName } from '../../support/uniqueName.ts';

const root = join(import.meta.dirname, '../../..');

/** What the headless runner did as a process. */
export interface ScratchRun {
  readonly code: number | null;
  readonly lines: readonly string[];
  readonly stderr: string;
}

/**
 * Runs the headless runner as a user does, but without npm in between.
 *
 * @param isRead false where nobody reads what it prints
 */
export async function spawnScratch(args: readonly string[], isRead = true): Promise<ScratchRun> {
  const child = spawn(process.execPath, ['src/cli/scratch.ts', ...args], { cwd: root });
  if (!isRead) child.stdout.destroy();
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  return { code, lines: stdout.split('\n').filter((line) => line !== ''), stderr };
}

/** Runs a text as a file against the runner's broker; `files` are written beside it. */
export async function runScratch(
  text: string,
  {
    args = [],
    files = {},
  }: { args?: readonly string[]; files?: Record<string, Buffer | string> } = {},
): Promise<ScratchRun & { readonly results: BlockResult[] }> {
  const folder = await tempFolder();
  try {
    for (const [name, content] of Object.entries(files)) {
      await writeFile(join(folder.path, name), content);
    }
    const file = join(folder.path, 'test.kafka');
    await writeFile(file, text);
    const run = await spawnScratch([file, '--bootstrap', fromRunner('KAFKA_BOOTSTRAP'), ...args]);
    return { ...run, results: run.lines.map((line) => JSON.parse(line) as BlockResult) };
  } finally {
    await folder.remove();
  }
}

/** A name that no other test uses. */
export function topicName(): string {
  return uniqueName('scratch');
}
