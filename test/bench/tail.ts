import { chromium } from '../../scripts/setup/chromium.ts';
import { pageBench } from './tail/pageBench.ts';
import { viewsBench } from './tail/viewsBench.ts';
import { workbenchBench } from './tail/workbenchBench.ts';

/**
 * `npm run bench -- tail [SECONDS]`: the tail view in a real VS Code on a real broker, and filters over what is
 * loaded; `npm run bench -- tail page [SECONDS]`: the page alone with a stub host, which tells its part from the
 * host's; `tail views`: the filters alone; `tail follow`: 100,000 records a second alone. SECONDS is how long it follows.
 *
 * It needs a machine of its own: real-time priority (round robin) gives each process slices of 100 ms, longer than
 * what is measured, and Chromium sets its renderers' `nice` back to 0.
 */
export async function tailBench(args: readonly string[]): Promise<void> {
  const seconds = args.map(Number).find((number) => number > 0);
  process.env.CHROMIUM = await chromium();
  if (args.includes('page')) {
    await pageBench(seconds);
    return;
  }
  const only = (['views', 'follow'] as const).find((name) => args.includes(name));
  if (only !== 'follow') await viewsBench();
  if (only !== 'views') await workbenchBench(only ?? 'all', seconds);
}
