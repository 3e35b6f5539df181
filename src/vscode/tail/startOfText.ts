import { readStart } from '../../core/scratch/values/readStart.ts';
import type { TailStart } from '../../protocol/tailPlan.ts';

/**
 * Where to start, as typed: what a CONSUMER's `from:` takes. Undefined where a tail view cannot start there:
 * at an offset it shows one partition, which is named or is the only one that is read.
 */
export function startOfText(text: string, partitions?: readonly number[]): TailStart | undefined {
  const read = readStart(text.trim());
  if (!read.ok) return undefined;
  const start = read.value;
  switch (start.kind) {
    case 'earliest':
      return { kind: 'beginning' };
    case 'latest':
      return { kind: 'now' };
    case 'last':
      return start;
    case 'moment': {
      const { moment } = start;
      if (moment.kind === 'at') return { kind: 'time', timestampMs: moment.epochMs };
      return moment.offsetMs < 0 ? { kind: 'ago', ms: -moment.offsetMs } : { kind: 'now' };
    }
    case 'offset':
      return partitions?.length === 1 ? offsetStart(partitions[0], start.offset) : undefined;
    case 'offsets': {
      const [only] = start.offsets;
      return only && start.offsets.size === 1 ? offsetStart(only[0], only[1]) : undefined;
    }
  }
}

function offsetStart(partition: number | undefined, offset: bigint): TailStart | undefined {
  return partition === undefined
    ? undefined
    : { kind: 'offset', partition, offset: String(offset) };
}
