import type { Page } from 'playwright-core';
import { TailPages } from '../../support/tailPage.ts';
import { followLoad, randomJumps, type Followed } from './inPage.ts';
import { reportTimes } from './reportTimes.ts';

const jumps = 200;
const followSeconds = 10;
const recordsPerSecond = 100_000;

/**
 * The tail view's page with the stub host in Chromium: random jumps in a million rows, and 100,000 records a
 * second arriving while it follows. Goals: jump p95 ≤ 33 ms; no task above 50 ms.
 */
export async function pageBench(seconds = followSeconds): Promise<void> {
  const pages = await TailPages.start();
  try {
    reportTimes('jump in 1,000,000 rows → painted', await jump(pages), 'p95 ≤ 33');
    const { longTasksMs, frames, gapsMs } = await follow(pages, seconds);
    console.log(
      `following ${recordsPerSecond.toLocaleString('en')} records/s for ${seconds} s: ${frames} frames, ` +
        `${longTasksMs.length} tasks above 50 ms (goal: none)` +
        (longTasksMs.length > 0 ? `: ${longTasksMs.map(Math.round).join(', ')} ms` : ''),
    );
    reportTimes('time between two frames         ', gapsMs);
  } finally {
    await pages.stop();
  }
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
