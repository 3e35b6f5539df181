import type { ReadStarts } from '../../protocol/tailPageState.ts';
import type { TailFilter } from '../../protocol/tailPlan.ts';
import type { AwaitedRecord } from './tailReadStatus.ts';

/** Where a view was before the window was reloaded: its plan alone would read something else now. */
export interface RestoredRead {
  readonly place?: AwaitedRecord;
  /** Where its read began. */
  readonly starts?: ReadStarts;
  /** What of the loaded records it showed. */
  readonly viewFilter?: TailFilter;
}

/** How a read begins. */
export interface TailStartOptions extends Pick<RestoredRead, 'starts'> {
  /** What is around a record is wanted: the view shows everything. */
  readonly unfiltered?: boolean;
}
