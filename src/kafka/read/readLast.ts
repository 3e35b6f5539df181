import type { RecordBatch } from '../../core/record/recordBatch.ts';
import { LastRecords } from './lastRecords.ts';
import type { ReadEnd, ReadPlan } from './readPlan.ts';
import type { PartitionProgress } from './readProgress.ts';

/** A bounded read that was carried out: what it gave of each partition, in offset order. */
export interface Piece {
  readonly end: ReadEnd;
  readonly batches: ReadonlyMap<number, readonly RecordBatch[]>;
  readonly partitions: readonly PartitionProgress[];
}

/** The newest records across partitions, and where each partition's reading goes on behind them. */
export interface LastRead {
  /** Why it ended early; nothing was chosen then. */
  readonly ended: ReadEnd | undefined;
  readonly last: LastRecords;
  readonly partitions: readonly PartitionProgress[];
}

/** So many offsets are read at once at least: the next round trip costs more than they do. */
const least = 100;

/**
 * Reads the end of each partition and merges them, going further back where a partition's part was too
 * small, in steps that double.
 *
 * @param plan that starts at `last`
 * @param read carries out a bounded part of the plan
 */
export async function readLast(
  plan: ReadPlan,
  count: number,
  read: (part: ReadPlan) => Promise<Piece>,
): Promise<LastRead> {
  const last = new LastRecords(count);
  const to = plan.to.kind === 'never' ? ({ kind: 'end' } as const) : plan.to;
  const bounded = { ...plan, to };
  // Of a single partition all that is wanted; of several perhaps a share each, which few reads know before.
  const offsets =
    plan.partitions?.length === 1 ? count : Math.min(count, Math.max(least, count / 4));
  const first = await read({
    ...bounded,
    from: { kind: 'beforeEnd', offsets: Math.max(Math.ceil(offsets), 1) },
  });
  const take = ({ batches, partitions }: Piece) => {
    for (const { partition, start = 0n, beginning = start } of partitions) {
      last.add(partition, batches.get(partition) ?? [], { start, beginning });
    }
  };
  const { partitions } = first;
  if (first.end.kind !== 'end') return { ended: first.end, last, partitions };
  take(first);
  const beginnings = new Map(partitions.map((each) => [each.partition, each.beginning ?? 0n]));
  for (let step = BigInt(Math.max(count, least)); ; step *= 2n) {
    const further = last.choose();
    if (further.partitions.size === 0) return { ended: undefined, last, partitions };
    const offsets = new Map<number, bigint>();
    for (const [partition, start] of further.partitions) {
      const beginning = beginnings.get(partition) ?? 0n;
      offsets.set(partition, start - step < beginning ? beginning : start - step);
    }
    const piece = await read({
      ...bounded,
      partitions: [...offsets.keys()],
      from: { kind: 'offsets', offsets },
      to: {
        ...(to.kind === 'timestamp' ? to : { kind: 'offsets' }),
        offsets: further.partitions,
      },
    });
    if (piece.end.kind !== 'end') return { ended: piece.end, last, partitions };
    // What was deleted meanwhile is not there to be read: the beginning is the one that was first told.
    for (const [partition, start] of offsets) {
      const beginning = beginnings.get(partition) ?? 0n;
      last.add(partition, piece.batches.get(partition) ?? [], { start, beginning });
    }
  }
}
