import type { TailStart } from '../../protocol/tailPlan.ts';
import type { ReadRequest } from './planRead.ts';

/**
 * Where a tail view would start for a CONSUMER; undefined where it must be read to an end instead (it
 * has one, or it starts where a tail view cannot yet).
 */
export function tailStartOf({ from, to, limit, partitions }: ReadRequest): TailStart | undefined {
  if (to !== undefined || limit !== undefined) {
    return undefined;
  }
  const [only, ...others] = from.kind === 'offsets' ? [...from.offsets.keys()] : (partitions ?? []);
  const single = others.length === 0 ? only : undefined;
  switch (from.kind) {
    case 'latest':
      return { kind: 'now' };
    case 'earliest':
      return { kind: 'beginning' };
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
    case 'last':
    case 'moment':
      return undefined;
  }
}
