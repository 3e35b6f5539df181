import type { RecordFilter } from '../../core/filter/recordFilter.ts';

/** Where reading begins in each partition. Offsets outside the log are moved to its nearest end. */
export type ReadStart =
  | { readonly kind: 'earliest' }
  /** Only what arrives after `TopicReader.started`. */
  | { readonly kind: 'latest' }
  /**
   * Partitions that are not named are not read; with `others` they are, from their beginning, also those that
   * are added later.
   */
  | {
      readonly kind: 'offsets';
      readonly offsets: ReadonlyMap<number, bigint>;
      readonly others?: 'earliest';
    }
  /** The first record at or after that time (ms since the epoch); the end where there is none. */
  | { readonly kind: 'timestamp'; readonly timestampMs: number }
  /**
   * The newest `count` records across all partitions (with a filter: that it keeps), oldest first; up to
   * 10,000 of them merged by time.
   */
  | { readonly kind: 'last'; readonly count: number }
  /** That many offsets before where reading stops, or before the end, in each partition. */
  | { readonly kind: 'beforeEnd'; readonly offsets: number };

/**
 * Where reading ends: never, at the end as it was at the start, before an offset of each partition, or with
 * the records before a time. Offsets beyond the end are moved to it.
 */
export type ReadStop =
  | { readonly kind: 'never' }
  | { readonly kind: 'end' }
  /** Exclusive; partitions that are not named stop at the end as it was at the start. */
  | { readonly kind: 'offsets'; readonly offsets: ReadonlyMap<number, bigint> }
  /** Records before that time (ms since the epoch), up to the end or those offsets: timestamps need not rise. */
  | {
      readonly kind: 'timestamp';
      readonly timestampMs: number;
      readonly offsets?: ReadonlyMap<number, bigint>;
    };

/** What to read of one topic. It names no consumer group, as reading never joins one. */
export interface ReadPlan {
  readonly topic: string;
  /** All when left out; partitions added later are then read, too. */
  readonly partitions?: readonly number[];
  readonly from: ReadStart;
  readonly to: ReadStop;
  /** Ends the read after that many records (that the filter keeps). */
  readonly limit?: number;
  /** Only these records are handed on. */
  readonly filter?: RecordFilter;
  /** `uncommitted` (the default) also shows records of open and aborted transactions. */
  readonly isolation?: 'uncommitted' | 'committed';
}

/** Why a read has ended. */
export type ReadEnd =
  | { readonly kind: 'end' }
  | { readonly kind: 'limit' }
  /** The signal was aborted. */
  | { readonly kind: 'stopped' }
  | { readonly kind: 'topicDeleted' }
  /** A topic of that name was created anew: its offsets mean other records. */
  | { readonly kind: 'topicRecreated' };
