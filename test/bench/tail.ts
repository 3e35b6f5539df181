import type { Page } from 'playwright-core';
import { TailPages } from '../support/tailPage.ts';
import { filtered, loadedMillion, type ViewTimes } from './tail/filterLoaded.ts';
import { followLoad, randomJumps, type Followed } from './tail/inPage.ts';

const jumps = 200;
const followSeconds = 10;
const recordsPerSecond = 100_000;

/**
 * What the host does with a million loaded records, and the tail view's page with the stub host in Chromium: random jumps in a million rows, and 100,000 records a
 * second arriving while it follows. Goals: filter by text ≤ 300 ms, nothing else held up for more than 20 ms; jump p95
 * ≤ 33 ms; no task above 50 ms.
 *
 * @param args seconds to follow for (default 10)
 */
export async function tailBench(args: readonly string[]): Promise<void> {
  const seconds = Number(args[0] ?? followSeconds);
  await views();
  const pages = await TailPages.start();
  try {
    report('jump in 1,000,000 rows → painted', await jump(pages), 33);
    const { longTasksMs, frames, gapsMs } = await follow(pages, seconds);
    console.log(
      `following ${recordsPerSecond.toLocaleString('en')} records/s for ${seconds} s: ${frames} frames, ` +
        `${longTasksMs.length} tasks above 50 ms (goal: none)` +
        (longTasksMs.length > 0 ? `: ${longTasksMs.map(Math.round).join(', ')} ms` : ''),
    );
    report('time between two frames         ', gapsMs);
  } finally {
    await pages.stop();
  }
}

/** Filters over a million loaded records; each the median of five. */
async function views(): Promise<void> {
  const store = loadedMillion();
  const texts = { rare: '"seq":777777', 'in every hundredth': '9.5,', 'in all': 'note' };
  for (const [which, text] of Object.entries(texts)) {
    const times = await five(() => filtered(store, { kind: 'text', text }));
    tell(`filter over 1,000,000 loaded records, text ${which}`, times, 300);
  }
}

async function five(run: () => Promise<ViewTimes>): Promise<ViewTimes> {
  const all: ViewTimes[] = [];
  for (let each = 0; each < 5; each++) all.push(await run());
  all.sort((a, b) => a.tookMs - b.tookMs);
  const [, , middle] = all;
  if (middle === undefined) throw new Error('Nothing was measured.');
  return { ...middle, blockedMs: Math.max(...all.map(({ blockedMs }) => blockedMs)) };
}

function tell(what: string, { tookMs, blockedMs, rows }: ViewTimes, goalMs: number): void {
  console.log(
    `${what}: ${tookMs.toFixed(0)} ms (goal: ≤ ${goalMs}), ${rows.toLocaleString('en')} rows, ` +
      `others waited at most ${blockedMs.toFixed(0)} ms (goal: ≤ 20)`,
  );
}

/** What the page's main thread used, in ms: the clock of a busy machine says less about the page. */
async function usedBy<T>(page: Page, run: () => Promise<T>): Promise<{ used: number; result: T }> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const used = async (): Promise<number> => {
    const { metrics } = await session.send('Performance.getMetrics');
    return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? NaN);
  };
  const before = await used();
  const result = await run();
  return { used: (await used()) - before, result };
}

async function jump(pages: TailPages): Promise<readonly number[]> {
  const page = await opened(pages);
  const { used, result } = await usedBy(page, () => page.evaluate(randomJumps, jumps));
  console.log(
    `a jump takes ${(used / jumps).toFixed(1)} ms of the main thread, the stub host's part included`,
  );
  return result;
}

async function follow(pages: TailPages, seconds: number): Promise<Followed> {
  const page = await opened(pages);
  await page.locator('.grid').press('End');
  const load = { seconds, recordsPerSecond };
  const { used, result } = await usedBy(page, () => page.evaluate(followLoad, load));
  console.log(`a frame takes ${(used / result.frames).toFixed(1)} ms of the main thread`);
  return result;
}

async function opened(pages: TailPages): Promise<Page> {
  const page = await pages.open({ start: { endRow: 1_000_000 } });
  await page.waitForSelector('.row:not(.blank) .value');
  return page;
}

function report(what: string, timesMs: readonly number[], goalMs?: number): void {
  const sorted = [...timesMs].sort((a, b) => a - b);
  const at = (share: number): string =>
    (sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN).toFixed(1);
  const goal = goalMs === undefined ? '' : ` (goal: p95 ≤ ${goalMs})`;
  console.log(`${what}: p50 ${at(0.5)}, p95 ${at(0.95)}, worst ${at(1)} ms${goal}`);
}
