import type { CodecName } from '../codec/codec.ts';
import type { KafkaError } from '../kafkaError.ts';
import type { RecordScan } from './recordScan.ts';
import type { RecordView } from './recordView.ts';

/** Who set a record's timestamp: the producer, the broker, or (message format v0) nobody. */
export type TimestampType = 'create' | 'logAppend' | 'none';

/**
 * Records as they arrived together: a view over the bytes of a Fetch response in which nothing has been
 * copied, decompressed or turned into strings yet. The checksum held, or `corrupt` says what is wrong; with
 * `checksums: 'whenShown'` that of an uncompressed batch is verified only when `record` or `verify` is called.
 */
export interface RecordBatch {
  readonly topic: string;
  readonly partition: number;
  /** First offset that the batch stands for; compaction may have removed its record. */
  readonly baseOffset: bigint;
  /** Last offset that the batch stands for, inclusive. */
  readonly lastOffset: bigint;
  /** Records to show: 0 for a control batch and for a corrupt one. */
  readonly count: number;
  readonly codec: CodecName;
  /** Message format: 2 since Kafka 0.11, 0 and 1 before. */
  readonly magic: number;
  /** `undefined` when the producer was neither idempotent nor transactional. */
  readonly producerId: bigint | undefined;
  readonly transactional: boolean;
  /** True for transaction markers, which are counted but never shown. */
  readonly control: boolean;
  readonly timestampType: TimestampType;
  /** Highest timestamp in the batch, in ms since the epoch; −1 where it has none. */
  readonly maxTimestampMs: number;
  /** Memory that holding this batch costs, in bytes. */
  readonly sizeBytes: number;
  /** Why nothing of this batch can be shown. */
  readonly corrupt: KafkaError | undefined;

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
