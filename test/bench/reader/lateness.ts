import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * How late timers fire while `work` runs: the p99 of a 1 ms timer's delay, minus what the same timer shows
 * when nothing runs.
 */
export async function withLateness<T>(
  work: () => Promise<T>,
): Promise<{ result: T; p99Ms: number; maxMs: number }> {
  const idle = monitorEventLoopDelay({ resolution: 1 });
  idle.enable();
  await sleep(500);
  idle.disable();
  const busy = monitorEventLoopDelay({ resolution: 1 });
  busy.enable();
  const result = await work();
  busy.disable();
  const idleMs = idle.percentile(50) / 1e6;
  return {
    result,
    p99Ms: Math.max(busy.percentile(99) / 1e6 - idleMs, 0),
    maxMs: Math.max(busy.max / 1e6 - idleMs, 0),
  };
}
