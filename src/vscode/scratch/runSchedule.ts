import { env, l10n, type Uri } from 'vscode';
import { durationMs } from '../../core/scratch/values/duration.ts';
import { findProperty } from '../../core/scratch/findProperty.ts';
import type { ScratchBlock } from '../../core/scratch/scratchDocument.ts';
import { scheduleText } from '../../messages/progressText.ts';
import { resultText } from '../../messages/resultText.ts';
import type { BlockResult } from '../../run/blockResult.ts';
import { wait } from '../../run/wait.ts';
import type { BlockRun, BlockRuns } from './blockRuns.ts';

/** `every: 0s` is as often as can be, and still leaves the editor its turn. */
const shortestMs = 100;

/** The `every` of a PRODUCER as written; undefined where it has none. */
export function everyOf(block: ScratchBlock): string | undefined {
  return block.kind === 'PRODUCER' ? findProperty(block, 'every')?.text : undefined;
}

/**
 * Sends at once and then after each interval, one at a time, until the signal aborts or a run fails: the
 * last result is given.
 */
export async function runSchedule(
  every: string,
  send: () => Promise<BlockResult>,
  run: BlockRun,
  runs: BlockRuns,
  uri: Uri,
  signal: AbortSignal,
): Promise<BlockResult> {
  const intervalMs = Math.max(shortestMs, durationMs(every) ?? 0);
  const startMs = performance.now();
  for (let rounds = 1; ; rounds += 1) {
    const result = await send();
    if (!result.ok) return result;
    run.progress = scheduleText(every, rounds, resultText(result, l10n.t, env.language), l10n.t);
    runs.update(uri);
    // A round that took longer than the interval skips what it missed.
    const passedMs = performance.now() - startMs;
    try {
      await wait(intervalMs - (passedMs % intervalMs), signal);
    } catch {
      // Stopped between two rounds: what the last one wrote stands at the block.
      return result;
    }
  }
}
