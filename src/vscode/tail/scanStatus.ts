import type { PartitionProgress, ReadProgress } from '../../kafka/read/readProgress.ts';
import type { TailScan } from '../../protocol/tailStatus.ts';

/** Where each partition of a read began, by {@link placeName}. */
export type ScanStarts = ReadonlyMap<string, bigint>;

/** Where a read began; where an earlier part of the same scan did, `before` says so. */
export function scanStarts(
  { partitions }: Pick<ReadProgress, 'partitions'>,
  before: ScanStarts,
): ScanStarts {
  const starts = partitions.flatMap(({ start, ...place }) =>
    start === undefined ? [] : [[placeName(place), start] as const],
  );
  return new Map([...starts, ...before]);
}

/** Where each partition of a read stands, as {@link ScanStarts}. */
export function positionsOf(progress: ReadProgress | undefined): ScanStarts {
  return new Map(
    (progress?.partitions ?? []).flatMap(({ position, ...place }) =>
      position === undefined ? [] : [[placeName(place), position] as const],
    ),
  );
}

/**
 * How far a scan is on its way to where it stops, or to the ends of now.
 *
 * @param starts where it began
 */
export function scanStatus(
  { partitions, offsetsPerSecond }: ReadProgress,
  starts: ScanStarts,
  { matches, running, canGoOn }: { matches: number; running: boolean; canGoOn: boolean },
): TailScan {
  let all = 0n;
  let left = 0n;
  for (const read of partitions) {
    const { start = 0n, position = start, end = position, stop = end } = read;
    const target = stop < end ? stop : end;
    if (target > position) left += target - position;
    const begun = starts.get(placeName(read)) ?? start;
    if (target > begun) all += target - begun;
  }
  const known = partitions.length > 0 && partitions.every(({ position }) => position !== undefined);
  const share = !known ? 0 : all === 0n ? 1 : Number(((all - left) * 10_000n) / all) / 10_000;
  const timed = running && left > 0n && offsetsPerSecond > 0;
  const timeLeftMs = timed ? Math.round((Number(left) / offsetsPerSecond) * 1000) : undefined;
  return { share, matches, ...(timeLeftMs === undefined ? {} : { timeLeftMs }), canGoOn };
}

/** The name of a partition among those of several topics. */
export function placeName({
  topic,
  partition,
}: Pick<PartitionProgress, 'topic' | 'partition'>): string {
  return `${topic}/${partition}`;
}
