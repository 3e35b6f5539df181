/** How many records fall into spans of time of equal width. Counts may be fractions: see `estimated`. */
export interface TimeCounts {
  /** Where the first span begins, in ms since the epoch. */
  readonly startMs: number;
  readonly widthMs: number;
  /** Records per span, the last one not empty; none where no record has a timestamp. */
  readonly counts: readonly number[];
  /** Records without a timestamp, or with one beyond any calendar. */
  readonly untimed: number;
  /** True where a batch lay across several spans: its records were then spread over its time evenly. */
  readonly estimated: boolean;
}
