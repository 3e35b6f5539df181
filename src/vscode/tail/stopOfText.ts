import { readStop } from '../../core/scratch/values/readStop.ts';
import { momentMs } from '../../core/scratch/values/time.ts';
import { onePartition } from '../../protocol/onePartition.ts';
import type { TailPlan, TailStop } from '../../protocol/tailPlan.ts';

/**
 * Where to stop, as typed: a number of records, else what a CONSUMER's `to:` takes. Undefined where a tail
 * view cannot stop there: an offset is that of one partition, the one that is read where there is only one.
 */
export function stopOfText(text: string, plan: TailPlan, nowMs: number): TailStop | undefined {
  const typed = text.trim();
  const count = /^([1-9]\d{0,8})(?:\s+records?)?$/.exec(typed)?.[1];
  if (count !== undefined) return { kind: 'count', count: Number(count) };
  const read = readStop(typed.replace(/^offset\s+/, ''));
  if (!read.ok) return undefined;
  const stop = read.value;
  const [first, ...others] = plan.partitions ?? [];
  const only = onePartition({ from: plan.from }) ?? (others.length === 0 ? first : undefined);
  switch (stop.kind) {
    case 'end':
      return stop;
    case 'moment':
      return { kind: 'time', timestampMs: Math.max(0, momentMs(stop.moment, nowMs)) };
    case 'offset':
      return only === undefined ? undefined : offsetStop(only, stop.offset);
    case 'offsets': {
      const [named] = stop.offsets;
      const fits = plan.from.kind !== 'offset' || named?.[0] === only;
      return named && stop.offsets.size === 1 && fits ? offsetStop(...named) : undefined;
    }
  }
}

function offsetStop(partition: number, offset: bigint): TailStop {
  return { kind: 'offset', partition, offset: String(offset) };
}
