import { orders } from '../../../src/protocol/tailView.ts';
import { filtered, loadedMillion, sorted, type ViewTimes } from './filterLoaded.ts';

/** Filters over, and orders of, a million loaded records, as the extension host makes them; each the median of five. */
export async function viewsBench(): Promise<void> {
  const store = loadedMillion();
  const texts = { rare: '"seq":777777', 'in every tenth': '9.5,', 'in all': 'note' };
  for (const [which, text] of Object.entries(texts)) {
    const times = await five(() => filtered(store, { kind: 'text', text }));
    tell(`filter over 1,000,000 loaded records, text ${which}`, times, 300);
  }
  for (const by of orders) {
    tell(`sort 1,000,000 loaded records by ${by}`, await five(() => sorted(store, by)));
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

function tell(what: string, { tookMs, blockedMs, rows }: ViewTimes, goalMs?: number): void {
  const goal = goalMs === undefined ? '' : ` (goal: ≤ ${goalMs})`;
  console.log(
    `${what}: ${tookMs.toFixed(0)} ms${goal}, ${rows.toLocaleString('en')} rows, ` +
      `others waited at most ${blockedMs.toFixed(0)} ms (goal: ≤ 20)`,
  );
}
