import type { TailSetup } from '../../src/protocol/tail.ts';
import type { TailStatus } from '../../src/protocol/tailStatus.ts';
import type { TailPageState } from '../../src/protocol/tailPageState.ts';
import type { TailFilter, TailPlan } from '../../src/protocol/tailPlan.ts';
import type { AwaitedRow } from './awaitedRow.ts';
import type { Details } from './details.ts';
import type { Grid } from './grid.ts';
import { pagePlace } from './pagePlace.ts';
import type { RowSource } from './rowSource.ts';
import type { SplitView } from './splitView.ts';
import type { Viewport } from './viewport.ts';

/** The parts of the page that have something to keep. */
export interface PageParts {
  readonly setup: TailSetup;
  readonly status: TailStatus;
  readonly startRow: number;
  readonly plan: TailPlan;
  readonly viewport: Viewport;
  readonly source: RowSource;
  readonly grid: Grid;
  readonly details: Details;
  readonly split: SplitView;
  readonly awaited: AwaitedRow;
  /** What stands in the filter's field. */
  readonly typed: TailFilter | undefined;
}

/** What VS Code keeps of the page. */
export function pageState(parts: PageParts): TailPageState {
  const { status, startRow, plan, source, details, split, typed } = parts;
  const { cluster, topic, moreTopics } = parts.setup;
  const { active, look } = parts.grid;
  const { following, top } = parts.viewport;
  const { revealed } = parts.awaited;
  const shown = following ? undefined : source.get(active ?? Math.ceil(top));
  return {
    cluster,
    topic,
    ...(moreTopics && { moreTopics }),
    ...plan,
    epoch: status.epoch,
    startRow,
    top,
    following,
    ...pagePlace(status, plan, topic, shown),
    ...(status.view?.filter && { viewFilter: status.view.filter }),
    ...(typed && { typed }),
    ...(active !== undefined && details.isOpen ? { selected: active } : {}),
    ...(revealed === undefined ? {} : { revealed }),
    tab: details.tab,
    widths: look.widths ?? {},
    detailsBeside: split.shares.beside,
    detailsUnder: split.shares.under,
  };
}
