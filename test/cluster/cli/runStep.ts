import assert from 'node:assert/strict';
import { join } from 'node:path';
import type { BlockResult } from '../../../src/run/blockResult.ts';
import { spawnScratch } from './runScratch.ts';

const folder = join(import.meta.dirname, '../../../samples');

/** Runs one block of a chapter, as its reader does between the steps that a file cannot do. */
export async function runStep(
  chapter: string,
  block: number,
  bootstrap: string,
): Promise<BlockResult> {
  const file = join(folder, chapter);
  const args = [file, '--bootstrap', bootstrap, '--block', String(block), '--yes'];
  const { lines } = await spawnScratch(args);
  const result = JSON.parse(lines[0] ?? '{}') as BlockResult;
  assert.ok(result.ok, lines[0]);
  return result;
}
