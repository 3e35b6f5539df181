/**
 * A batch's records for a loop that looks at all of them: walk `count` records with a `RecordCursor` that
 * begins at `start`. Nothing is copied and no object is made per record.
 */
export interface RecordScan {
  /** Records in the encoding of message format v2. */
  readonly bytes: Uint8Array;
  /** Where the first record to look at begins. */
  readonly start: number;
  readonly count: number;
  /** A record's offset is this plus its offset delta. */
  readonly baseOffset: bigint;
  /** A record's timestamp is this plus its timestamp delta … */
  readonly baseTimestamp: bigint;
  /** … unless the broker's own time stands for all of them. */
  readonly fixedTimestamp: bigint | undefined;
}

/** A batch with nothing to look at. */
export const emptyScan: RecordScan = {
  bytes: new Uint8Array(0),
  start: 0,
  count: 0,
  baseOffset: 0n,
  baseTimestamp: 0n,
  fixedTimestamp: undefined,
};
