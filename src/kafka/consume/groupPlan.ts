import type { ReadPlan, ReadStart } from '../read/readPlan.ts';

/** Where a member begins in a partition; each is looked up when the partition becomes its own. */
export type GroupStart = Exclude<ReadStart, { kind: 'last' } | { kind: 'beforeEnd' }>;

/**
 * What to read of one topic as a member of a consumer group. `partitions` are those of its own that are read;
 * the others stay its own and are left alone.
 */
export interface GroupPlan extends Omit<ReadPlan, 'from'> {
  readonly group: string;
  /** Where the group has committed nothing; partitions that it does not name begin at their end. */
  readonly from: GroupStart;
  /** Begins there once, whatever was committed. */
  readonly seek: boolean;
  /** False leaves the group's offsets as they are. */
  readonly commit: boolean;
}
