import type { ReadPlan, ReadStart, ReadStop } from '../../kafka/read/readPlan.ts';
import { onePartition } from '../../protocol/onePartition.ts';
import type { TailPlan, TailStart, TailStop } from '../../protocol/tailPlan.ts';
import { filterTerm } from './filterTerm.ts';

/**
 * The read plan of a tail view's sentence.
 *
 * @param nowMs what "15 minutes ago" counts from
 * @param committed what the group has committed in the topic, where reading begins there
 */
export function readPlanOf(
  topic: string,
  plan: TailPlan,
  nowMs: number,
  committed: ReadonlyMap<number, bigint> = new Map(),
): ReadPlan {
  const { from, to = { kind: 'never' }, isolation, filter } = plan;
  const only = onePartition(plan);
  const partitions = only === undefined ? plan.partitions : [only];
  return {
    topic,
    from: startOf(from, nowMs, committed),
    to: stopOf(to),
    ...(partitions && { partitions }),
    ...(to.kind === 'count' && { limit: to.count }),
    ...(isolation && { isolation }),
    ...(filter && filter.text !== '' && { filter: [filterTerm(filter)] }),
  };
}

function stopOf(to: TailStop): ReadStop {
  switch (to.kind) {
    case 'never':
    case 'count':
      return { kind: 'never' };
    case 'end':
      return { kind: 'end' };
    case 'time':
      return { kind: 'timestamp', timestampMs: to.timestampMs };
    case 'offset':
      return { kind: 'offsets', offsets: new Map([[to.partition, BigInt(to.offset)]]) };
  }
}

function startOf(
  from: TailStart,
  nowMs: number,
  committed: ReadonlyMap<number, bigint>,
): ReadStart {
  switch (from.kind) {
    case 'now':
      return { kind: 'latest' };
    case 'beginning':
      return { kind: 'earliest' };
    case 'offset':
      return { kind: 'offsets', offsets: new Map([[from.partition, BigInt(from.offset)]]) };
    case 'last':
      return { kind: 'last', count: from.count };
    case 'time':
      return { kind: 'timestamp', timestampMs: from.timestampMs };
    case 'ago':
      return { kind: 'timestamp', timestampMs: Math.max(0, nowMs - from.ms) };
    case 'group':
      return { kind: 'offsets', offsets: committed, others: 'earliest' };
  }
}
