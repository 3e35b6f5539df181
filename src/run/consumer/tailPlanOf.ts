import { momentMs } from '../../core/scratch/values/time.ts';
import type { TailPlan, TailStart } from '../../protocol/tailPlan.ts';
import type { ReadRequest } from './planRead.ts';

/**
 * What a tail view would read for a CONSUMER; undefined where it must be read to an end instead (it has one, or
 * it starts where a tail view cannot). Of a member of a group it says where to begin without a commit.
 */
export function tailPlanOf(request: ReadRequest): TailPlan | undefined {
  const { to, limit, partitions, where, isolation } = request;
  const from = to === undefined && limit === undefined ? startOf(request) : undefined;
  return from === undefined
    ? undefined
    : {
        from,
        ...(partitions === undefined ? {} : { partitions }),
        ...(where === undefined ? {} : { filter: { kind: 'expression', text: where } }),
        ...(isolation === 'committed' ? { isolation } : {}),
      };
}

function startOf({ from, partitions, group, nowMs }: ReadRequest): TailStart | undefined {
  if (group !== undefined) {
    return { kind: from.kind === 'earliest' ? 'beginning' : 'now' };
  }
  const [only, ...others] = from.kind === 'offsets' ? [...from.offsets.keys()] : (partitions ?? []);
  const single = others.length === 0 ? only : undefined;
  switch (from.kind) {
    case 'latest':
      return { kind: 'now' };
    case 'earliest':
      return { kind: 'beginning' };
    case 'last':
      return from;
    case 'moment':
      return { kind: 'time', timestampMs: Math.max(0, momentMs(from.moment, nowMs)) };
    case 'offset':
      return single === undefined
        ? undefined
        : { kind: 'offset', partition: single, offset: String(from.offset) };
    case 'offsets': {
      const offset = single === undefined ? undefined : from.offsets.get(single);
      return single === undefined || offset === undefined
        ? undefined
        : { kind: 'offset', partition: single, offset: String(offset) };
    }
  }
}
