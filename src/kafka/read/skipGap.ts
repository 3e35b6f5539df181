import type { PartitionRead } from './partitionRead.ts';
import type { Received } from './receiveBatches.ts';

/** A broker may have trouble to get at what it has, above all where that lies in another store. */
const patienceMs = 30_000;
const nothing: Received = {
  bytes: new Uint8Array(0),
  spans: [],
  lastIsIntact: false,
  aborted: undefined,
};

/**
 * What to make of an answer that holds nothing at all, of any partition, although this one does not end where it was
 * asked: behind the last record of a log that compaction has emptied, or that lost its end, nothing will ever come.
 * After half a minute those offsets count as gone.
 *
 * @returns what moves the read to the partition's end, once it is time
 */
export function skipGap(read: PartitionRead, nowMs: number): Received | undefined {
  const { end, nextFetch } = read;
  if (end === undefined || nextFetch >= end) {
    read.emptySince = undefined;
    return undefined;
  }
  read.emptySince ??= nowMs;
  if (nowMs - read.emptySince < patienceMs) return undefined;
  read.emptySince = undefined;
  read.goneOffsets += end - nextFetch;
  read.nextFetch = end;
  return nothing;
}
