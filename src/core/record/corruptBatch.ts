import type { KafkaError } from '../kafkaError.ts';
import type { RecordBatch } from './recordBatch.ts';
import { emptyScan, type RecordScan } from './recordScan.ts';
import type { RecordView } from './recordView.ts';

/** What takes the place of a batch that cannot be shown: one entry with its range of offsets and the reason. */
export class CorruptBatch implements RecordBatch {
  readonly topic: string;
  readonly partition: number;
  readonly baseOffset: bigint;
  readonly lastOffset: bigint;
  readonly corrupt: KafkaError;
  readonly sizeBytes: number;
  readonly magic: number;
  readonly count = 0;
  readonly codec = 'none';
  readonly producerId = undefined;
  readonly producerEpoch = undefined;
  readonly transactional = false;
  readonly control = false;
  readonly timestampType = 'none';
  readonly maxTimestampMs = -1;
  readonly firstTimestampMs = -1;

  constructor(
    at: { topic: string; partition: number; baseOffset: bigint; lastOffset: bigint; magic: number },
    corrupt: KafkaError,
    sizeBytes: number,
  ) {
    this.topic = at.topic;
    this.partition = at.partition;
    this.baseOffset = at.baseOffset;
    this.lastOffset = at.lastOffset;
    this.magic = at.magic;
    this.corrupt = corrupt;
    this.sizeBytes = sizeBytes;
  }

  record(): RecordView {
    throw this.corrupt;
  }

  indexOf(): number {
    return 0;
  }

  scan(): RecordScan {
    return emptyScan;
  }

  verify(): boolean {
    return false;
  }

  slice(): RecordBatch {
    return this;
  }
}
