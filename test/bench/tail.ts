import { chromium } from '../../scripts/setup/chromium.ts';
import { pageBench } from './tail/pageBench.ts';
import { viewsBench } from './tail/viewsBench.ts';
import { workbenchBench } from './tail/workbenchBench.ts';

/**
 * `npm run bench -- tail [SECONDS]`: the tail view in a real VS Code on a real broker, and filters over what is
 * loaded; `npm run bench -- tail page [SECONDS]`: the page alone with a stub host, which tells its part from the
 * host's; `npm run bench -- tail views`: the filters alone. SECONDS is how long it follows.
 */
export async function tailBench(args: readonly string[]): Promise<void> {
  const seconds = args.map(Number).find((number) => number > 0);
  process.env.CHROMIUM = await chromium();
  if (args.includes('page')) {
    await pageBench(seconds);
    return;
  }
  await viewsBench();
  if (!args.includes('views')) await workbenchBench(seconds);
}
