import type { TailStart } from '../../protocol/tail.ts';

/** What a tail view reads: all partitions where none are named. */
export interface TailTarget {
  readonly cluster: string;
  readonly topic: string;
  readonly from: TailStart;
  readonly partitions?: readonly number[];
}
