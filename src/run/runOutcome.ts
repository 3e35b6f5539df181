import type { BlockResult } from './blockResult.ts';

/** What a block's runner gives: its part of the result, and with `failed` the error that ended it. */
export interface RunOutcome extends Pick<
  BlockResult,
  'records' | 'ranges' | 'count' | 'truncated' | 'rows' | 'change'
> {
  readonly failed?: unknown;
}
