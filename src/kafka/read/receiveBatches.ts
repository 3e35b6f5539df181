import { findBatches, unreadable, type BatchSpan } from '../../core/record/batchSpan.ts';
import { intactSpan } from '../../core/record/openBatch.ts';
import { AbortedTransactions } from '../../core/record/abortedTransactions.ts';
import type { FetchedPartition } from '../wire/fetch.ts';
import type { Checksums } from './checksums.ts';
import type { PartitionRead } from './partitionRead.ts';

/** What one answer holds for one partition: where its batches lie, nothing of them read yet. */
export interface Received {
  readonly bytes: Uint8Array;
  readonly spans: readonly BatchSpan[];
  /** The last span's checksum was verified already, as its last offset decides where reading goes on. */
  readonly lastIsIntact: boolean;
  /** Batches to leave out at `committed`. */
  readonly aborted: AbortedTransactions | undefined;
}

/**
 * Small answers lie in a slab that Node shares among buffers: keeping a view would keep all of it. Of large
 * ones a quarter may be cut-off batches, so what a sink may keep is copied, too.
 */
const copiedBelowBytes = 16 * 1024;

/**
 * Takes a partition's part of an answer: finds its batches by their headers and sets the offset that is
 * fetched next, so that the next request can leave before a single record has been looked at.
 *
 * @returns `undefined` when there is nothing new
 */
export function receiveBatches(
  read: PartitionRead,
  fetched: FetchedPartition,
  isolation: 'uncommitted' | 'committed',
  checksums: Checksums = 'always',
): Received | undefined {
  read.end = isolation === 'committed' ? fetched.lastStableOffset : fetched.highWatermark;
  if (fetched.records.length === 0) return undefined;
  read.emptySince = undefined;
  const { records } = fetched;
  const found = findBatches(records);
  const used = records.subarray(0, found.at(-1)?.end ?? records.length);
  const copied = checksums === 'always' || used.length < copiedBelowBytes;
  const bytes = copied ? new Uint8Array(used) : used;
  const spans = found.length > 0 ? found : [cutOff(read.nextFetch, bytes)];
  const lastIsIntact = advance(read, bytes, spans, fetched.highWatermark, checksums);
  const aborted =
    isolation === 'committed' ? new AbortedTransactions(fetched.abortedTransactions) : undefined;
  return { bytes, spans, lastIsIntact, aborted };
}

/** Moves the next fetch behind the last batch; a corrupt one is fetched again, to learn what follows it. */
function advance(
  read: PartitionRead,
  bytes: Uint8Array,
  spans: BatchSpan[],
  highWatermark: bigint,
  checksums: Checksums,
): boolean {
  const last = spans.at(-1);
  if (last === undefined) return false;
  const intact = (checksums === 'always' || !last.plausible) && intactSpan(bytes, last);
  const trusted = intact || (checksums === 'whenShown' && last.plausible);
  const next = last.lastOffset + 1n;
  // What one of them claims may be wrong, and the earlier one right.
  const [begins] = [last.baseOffset, (spans.at(-2)?.lastOffset ?? -1n) + 1n]
    .filter((offset) => offset > read.nextFetch && offset < highWatermark)
    .sort((a, b) => (a < b ? -1 : 1));
  if ((!trusted || next > highWatermark) && spans.length > 1 && begins !== undefined) {
    // What it claims as its last offset is not to be trusted, but the batch behind it tells where it ends.
    spans.pop();
    read.nextFetch = begins;
  } else if (last.corrupt === undefined && next > read.nextFetch && next <= highWatermark) {
    read.nextFetch = next;
    read.unreadable = 0;
  } else {
    read.skipUnreadable();
  }
  return intact;
}

/** A broker sends the first entry whole, however large: one that is cut off has a wrong length. */
function cutOff(offset: bigint, bytes: Uint8Array): BatchSpan {
  return {
    start: 0,
    end: bytes.length,
    magic: 2,
    baseOffset: offset,
    lastOffset: offset,
    plausible: false,
    corrupt: unreadable('it is cut off'),
  };
}
