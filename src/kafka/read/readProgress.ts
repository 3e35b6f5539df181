import type { FilterFailures } from './batchFilter.ts';
import type { KafkaError } from '../../core/kafkaError.ts';

/** Where one partition stands. */
export interface PartitionProgress {
  readonly topic: string;
  readonly partition: number;
  /** Where this read began, and where the log began then; `undefined` until it is known. */
  readonly start: bigint | undefined;
  readonly beginning: bigint | undefined;
  /** Next offset to read; `undefined` until it is known. */
  readonly position: bigint | undefined;
  /** The partition's end as last told (at `committed`: the last stable offset). */
  readonly end: bigint | undefined;
  /** Where this read stops, exclusive; `undefined` for never. */
  readonly stop: bigint | undefined;
  readonly done: boolean;
  /** Why it is not being read at the moment. */
  readonly problem: KafkaError | undefined;
  /** Offsets that were deleted before they could be read (retention, DeleteRecords). */
  readonly goneOffsets: bigint;
  /** The plan's start or stop lay outside the log and was moved to the nearest offset. */
  readonly clamped: boolean;
}

/** Where a read stands: a snapshot. */
export interface ReadProgress {
  readonly state: 'starting' | 'reading' | 'paused' | 'ended';
  readonly partitions: readonly PartitionProgress[];
  /** Records handed to the sink: with a filter, those that it keeps. */
  readonly records: number;
  /** Records looked at. */
  readonly seen: number;
  /** Offsets passed, those that hold no record included. */
  readonly offsets: bigint;
  /** Records on which an expression of the filter failed. */
  readonly filterFailures: FilterFailures | undefined;
  /** Bytes of record batches received, compressed as they came. */
  readonly bytes: number;
  /** Records looked at, over the last second. */
  readonly recordsPerSecond: number;
  readonly bytesPerSecond: number;
  readonly offsetsPerSecond: number;
  /** Until a read with an end is there, at the pace of the last second; `undefined` where nobody knows. */
  readonly timeLeftMs: number | undefined;
  /** How long brokers have held this read back (quotas). */
  readonly throttledMs: number;
  readonly corruptBatches: number;
  /** Transaction markers, which are never shown. */
  readonly controlBatches: number;
  /** True while every partition has been read up to its end. */
  readonly caughtUp: boolean;
}

/** Whether a partition has been read up to its end, or to where this read stops. */
export function isCaughtUp({ done, position, end }: PartitionProgress): boolean {
  return done || (position !== undefined && end !== undefined && position >= end);
}

/** How long reading to the stops takes at that many offsets a second, in ms. */
export function timeLeft(
  partitions: readonly PartitionProgress[],
  offsetsPerSecond: number,
): number | undefined {
  let left = 0n;
  for (const { position, stop } of partitions) {
    if (stop === undefined || position === undefined) return undefined;
    if (stop > position) left += stop - position;
  }
  if (left === 0n) return partitions.length === 0 ? undefined : 0;
  return offsetsPerSecond > 0 ? (Number(left) / offsetsPerSecond) * 1000 : undefined;
}
