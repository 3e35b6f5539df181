import type { CodecName } from '../codec/codec.ts';
import type { KafkaError } from '../kafkaError.ts';

/** Who set a record's timestamp: the producer, the broker, or (message format v0) nobody. */
export type TimestampType = 'create' | 'logAppend' | 'none';

/** What is known of a batch without looking at its records. */
export interface BatchFacts {
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
  /** There where `producerId` is. */
  readonly producerEpoch: number | undefined;
  readonly transactional: boolean;
  /** True for transaction markers, which are counted but never shown. */
  readonly control: boolean;
  readonly timestampType: TimestampType;
  /** Highest timestamp in the batch, in ms since the epoch; −1 where it has none. */
  readonly maxTimestampMs: number;
  /** About where its time begins: that of the first record as it was written; −1 where it has none. */
  readonly firstTimestampMs: number;
  /** Memory that holding this batch costs, in bytes; the parts that a batch was cut into have a share of it each. */
  readonly sizeBytes: number;
  /** Why nothing of this batch can be shown. */
  readonly corrupt: KafkaError | undefined;
}
