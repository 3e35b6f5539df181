import type { BatchFacts } from './batchFacts.ts';
import type { RecordScan } from './recordScan.ts';
import type { RecordView } from './recordView.ts';

/**
 * Records as they arrived together: a view over the bytes of a Fetch response in which nothing has been
 * copied, decompressed or turned into strings yet. The checksum held, or `corrupt` says what is wrong; with
 * `checksums: 'whenShown'` that of an uncompressed batch is verified only when `record` or `verify` is called.
 */
export interface RecordBatch extends BatchFacts {
  /**
   * Record `index` of `count`.
   *
   * @throws KafkaError `corruptBatch` where the records cannot be decompressed or parsed after all
   */
  record(index: number): RecordView;

  /** Index of the first record at or after `offset`; `count` when all are before it. Throws as `record`. */
  indexOf(offset: bigint): number;

  /**
   * All shown records for a loop over them. What it finds in a batch whose checksum was not verified may be
   * counted; `verify` comes before anything of it is shown. Throws as `record`.
   */
  scan(): RecordScan;

  /** Whether the checksum holds: computed now where that was put off. */
  verify(): boolean;

  /** The same batch showing only records `[start, end)`. */
  slice(start: number, end: number): RecordBatch;
}
