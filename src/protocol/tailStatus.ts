import type { TailPageState } from './tailPageState.ts';
import type { TailPlan } from './tailPlan.ts';
import type { TailViewStatus } from './tailView.ts';

export interface TailStatus {
  readonly state: TailState;
  /** What failed or what the user should know ("the topic was deleted"), else undefined. */
  readonly message?: string;
  /** What is being read, where the host tells: the page shows it after a restart that it did not ask for. */
  readonly plan?: TailPlan;
  /** The group that it reads as a member of. */
  readonly group?: string;
  /** Where the read is to begin and the view to go, as long as it could not: what it showed before a reload. */
  readonly unbegun?: Pick<TailPageState, 'place' | 'starts'>;
  readonly firstRow: number;
  readonly endRow: number;
  /**
   * Changes with every clear, restart or other view: rows of another epoch are worthless to the page. Begins at the
   * time the read was opened (ms), so that a page state kept over a window reload never matches by chance.
   */
  readonly epoch: number;
  /** The row that this epoch began at, where the host knows: what is before `firstRow` from there was dropped. */
  readonly startRow?: number;
  /** Where the rows are not simply all that is loaded as it came. */
  readonly view?: TailViewStatus;
  readonly partitions: readonly PartitionStatus[];
  /** Bytes of record batches held, and how many of them may be held. */
  readonly storedBytes: number;
  readonly budgetBytes: number;
  /** With a filter: how many records it was asked about; `message` tells where it failed. */
  readonly seen?: number;
  /** With a filter: how far its scan is. */
  readonly scan?: TailScan;
  /** Records per second and bytes per second over the last second. */
  readonly recordsPerSecond: number;
  readonly bytesPerSecond: number;
}

/** Where a read stands. `failed` carries the user's sentence in `message`. */
export type TailState = 'starting' | 'reading' | 'paused' | 'stopped' | 'failed';

/** How far a scan is on its way to the end of what it looks at. */
export interface TailScan {
  /** From 0 to 1. */
  readonly share: number;
  readonly matches: number;
  /** How long it still takes, at the pace of now; absent where nobody knows, and while it is not under way. */
  readonly timeLeftMs?: number;
  /** It was stopped before its end and can go on. */
  readonly canGoOn: boolean;
}

/** Offsets are decimal strings. `position` is the next offset to read, `end` the partition's end. */
export interface PartitionStatus {
  /** Where the view shows several topics. */
  readonly topic?: string;
  readonly partition: number;
  readonly position: string;
  readonly end: string;
  /** Where what is shown begins: where reading did, or stood when the view was cleared. */
  readonly start?: string;
  /** Why this partition is not being read at the moment ("no leader"), else undefined. */
  readonly problem?: string;
}
