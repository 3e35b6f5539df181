import type { PartitionProgress } from '../../kafka/read/readProgress.ts';
import { placeName, type ScanStarts } from './scanStatus.ts';

/** Offsets by partition. */
export type Offsets = ReadonlyMap<number, bigint>;

/** Which records of a topic a read means, as far as that is settled: from `starts` up to (not including) `stops`. */
export interface ReadSpan {
  readonly starts?: Offsets;
  readonly stops?: Offsets;
}

/**
 * The records of a topic that a read means.
 *
 * @param starts where the read began
 * @param ended it has read all that it was to read
 */
export function readSpan(
  topic: string,
  partitions: readonly PartitionProgress[],
  starts: ScanStarts,
  ended: boolean,
): ReadSpan {
  const own = partitions.filter((read) => read.topic === topic);
  const first = offsetsOf(own, (read) => starts.get(placeName(read)) ?? read.start);
  const last = offsetsOf(own, ({ position, stop }) => (ended ? position : stop));
  return { ...(first && { starts: first }), ...(last && { stops: last }) };
}

/** Undefined where it is not known of each. */
function offsetsOf(
  partitions: readonly PartitionProgress[],
  of: (read: PartitionProgress) => bigint | undefined,
): Offsets | undefined {
  const offsets = new Map<number, bigint>();
  for (const read of partitions) {
    const offset = of(read);
    if (offset === undefined) return undefined;
    offsets.set(read.partition, offset);
  }
  return offsets.size === 0 ? undefined : offsets;
}
