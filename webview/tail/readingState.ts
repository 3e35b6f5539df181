import type { PartitionStatus, TailStatus } from '../../src/protocol/tailStatus.ts';
import type { TailStrings } from '../../src/protocol/tailStrings.ts';

/** How far a read is from the end of its partitions. */
export interface Behind {
  readonly records: bigint;
  /** The partitions with records to read, in order, with their topics where a view shows several. */
  readonly partitions: readonly string[];
}

export function behind(partitions: readonly PartitionStatus[]): Behind {
  let records = 0n;
  const late: string[] = [];
  for (const status of partitions) {
    const missing = behindOf(status);
    if (missing === 0n) continue;
    records += missing;
    late.push(partitionName(status));
  }
  return { records, partitions: late };
}

/** A partition's number, after its topic where a view shows several: `orders[2]`. */
export function partitionName({ topic, partition }: PartitionStatus): string {
  return topic === undefined ? String(partition) : `${topic}[${partition}]`;
}

/** Offsets between a partition's position and its end; never negative. */
export function behindOf({ position, end }: PartitionStatus): bigint {
  if (position === end) return 0n;
  const missing = BigInt(end) - BigInt(position);
  return missing > 0n ? missing : 0n;
}

/** None of the partitions can be read at the moment; reading goes on by itself when that is over. */
export function isInterrupted({ state, partitions }: TailStatus): boolean {
  const troubled =
    partitions.length > 0 && partitions.every(({ problem }) => problem !== undefined);
  return state === 'reading' && troubled;
}

/** A read that has less than a second to go is at the end for a person's eyes. */
export function isLive(status: TailStatus): boolean {
  if (status.state !== 'reading' || isInterrupted(status)) return false;
  return behind(status.partitions).records <= BigInt(Math.ceil(status.recordsPerSecond));
}

/** The look of the dot before the state's words. */
export type StateLook = 'live' | 'busy' | 'idle' | 'failed';

export function stateLook(status: TailStatus): StateLook {
  switch (status.state) {
    case 'starting':
      return 'busy';
    case 'reading':
      return isLive(status) ? 'live' : 'busy';
    case 'paused':
    case 'stopped':
      return 'idle';
    case 'failed':
      return 'failed';
  }
}

/** Whether it lives, in two words. */
export function stateText(status: TailStatus, following: boolean, strings: TailStrings): string {
  if (status.state !== 'reading') return strings[status.state];
  if (isInterrupted(status)) return strings.interrupted;
  if (!isLive(status)) return strings.reading;
  return following ? strings.liveFollowing : strings.liveNotFollowing;
}
