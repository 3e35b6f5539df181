import type { BlockResult } from './blockResult.ts';

/** What a block's runner gives: its part of the result, and with `failed` the error that ended it. */
export interface RunOutcome extends Omit<
  BlockResult,
  'block' | 'kind' | 'line' | 'ok' | 'ms' | 'error'
> {
  readonly failed?: unknown;
  /** Of the record that failed, 1-based in the block's body or file. */
  readonly failedLine?: number | undefined;
}
