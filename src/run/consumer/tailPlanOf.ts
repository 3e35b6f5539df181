import { momentMs } from '../../core/scratch/values/time.ts';
import type { TailPlan, TailStart, TailStop } from '../../protocol/tailPlan.ts';
import type { ReadRequest } from './planRead.ts';

/**
 * What a tail view would read for a CONSUMER; undefined where it must be read to an end instead (it has one, or
 * it starts where a tail view cannot). Of a member of a group it says where to begin without a commit.
 *
 * @param table one with an end is asked for, too; undefined where a tail view cannot end there
 */
export function tailPlanOf(request: ReadRequest, table = false): TailPlan | undefined {
  const { partitions, where, isolation } = request;
  const from = startOf(request);
  const to = stopOf(request);
  return from === undefined || to === undefined || (to.kind !== 'never' && !table)
    ? undefined
    : {
        from,
        ...(to.kind === 'never' ? {} : { to }),
        ...(partitions === undefined ? {} : { partitions }),
        ...(where === undefined ? {} : { filter: { kind: 'expression', text: where } }),
        ...(isolation === 'committed' ? { isolation } : {}),
      };
}

function stopOf({ to, limit, partitions, group, nowMs }: ReadRequest): TailStop | undefined {
  if (to === undefined)
    return limit === undefined ? { kind: 'never' } : { kind: 'count', count: limit };
  if (limit !== undefined || group !== undefined) return undefined;
  switch (to.kind) {
    case 'end':
      return to;
    case 'moment':
      return { kind: 'time', timestampMs: Math.max(0, momentMs(to.moment, nowMs)) };
    case 'offset':
    case 'offsets': {
      const [only, ...others] = partitions ?? [];
      const place = onePlace(to, partitions);
      // A tail view with such an end reads that partition alone.
      return place?.partition === only && others.length === 0
        ? place && { kind: 'offset', ...place }
        : undefined;
    }
  }
}

function startOf({ from, partitions, group, nowMs }: ReadRequest): TailStart | undefined {
  if (group !== undefined) {
    return { kind: from.kind === 'earliest' ? 'beginning' : 'now' };
  }
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
    case 'offsets': {
      const place = onePlace(from, partitions);
      return place && { kind: 'offset', ...place };
    }
  }
}

interface Place {
  readonly partition: number;
  readonly offset: string;
}

/** The place that is named in a single partition; undefined where it is in several. */
function onePlace(
  at:
    | { readonly kind: 'offset'; readonly offset: bigint }
    | { readonly kind: 'offsets'; readonly offsets: ReadonlyMap<number, bigint> },
  partitions: readonly number[] = [],
): Place | undefined {
  const places: readonly (readonly [number, bigint])[] =
    at.kind === 'offsets' ? [...at.offsets] : partitions.map((one) => [one, at.offset] as const);
  const [only, ...others] = places;
  return only === undefined || others.length > 0
    ? undefined
    : { partition: only[0], offset: String(only[1]) };
}
