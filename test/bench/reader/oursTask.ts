import type { RecordFilter } from '../../../src/core/filter/recordFilter.ts';

/** One measurement of our reader. */
export interface OurTask {
  readonly bootstrap: string;
  readonly topic: string;
  /** `scan` finds and counts every record, `sum` adds up a checksum of all, `store` keeps them as a tail does. */
  readonly sink: 'scan' | 'sum' | 'store';
  readonly filter?: RecordFilter;
  readonly limit?: number;
  readonly budgetMb?: number;
  /** So many records are read before, so that what is measured is compiled. */
  readonly warmUp?: number;
}

/** What one measurement found. */
export interface OurFigures {
  readonly records: number;
  /** Of keys and values. */
  readonly bytes: number;
  readonly ms: number;
  /** Records looked at. */
  readonly perSecond: number;
  /** p99 and maximum of how late timers fired meanwhile. */
  readonly p99Ms: number;
  readonly maxMs: number;
  /** Highest resident set of the whole process. */
  readonly peakMb: number;
  readonly cpuMs: number;
  /** Records on which an expression failed. */
  readonly failures: number;
  readonly checksum: string;
}
