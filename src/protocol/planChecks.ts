import { boolean, boundedText, field, integer, oneOf, optional, wrong } from './bodyChecks.ts';
import type { PlainFilter, TailFilter, TailPlan, TailStart, TailStop } from './tailPlan.ts';

const offsetPattern = /^\d{1,19}$/;
const maxOffset = 2n ** 63n - 1n;
const maxPartition = 2 ** 31 - 1;
/** The years up to 275760, which a Date can hold. */
const maxTimeMs = 8.64e15;
const maxPartitions = 100_000;
const maxFilter = 10_000;
/** The longest id that the protocol can carry. */
const maxGroup = 32_767;
const filterKinds: readonly TailFilter['kind'][] = ['text', 'regex', 'key', 'header', 'expression'];
const plainKinds = ['text', 'key', 'header'] as const;
const isolations = ['committed', 'uncommitted'] as const;

/**
 * Checks what a tail view shall read: bodies of the page and the saved state of a restored panel.
 *
 * @throws Error naming the field that is wrong
 */
export function tailPlan(value: unknown): TailPlan {
  const to = optional(value, 'to', tailStop);
  const partitions = optional(value, 'partitions', partitionNumbers);
  const isolation = optional(value, 'isolation', (one) => oneOf(isolations, one, 'isolation'));
  const filter = optional(value, 'filter', tailFilter);
  return {
    from: tailStart(field(value, 'from')),
    ...(to && { to }),
    ...(partitions && { partitions }),
    ...(isolation && { isolation }),
    ...(filter && { filter }),
  };
}

/** Checks where a read shall start. Throws as {@link tailPlan}. */
export function tailStart(value: unknown): TailStart {
  const kind = field(value, 'kind');
  switch (kind) {
    case 'now':
    case 'beginning':
      return { kind };
    case 'last':
      return { kind, count: positive(value, 'count') };
    case 'time':
      return timePlace(value);
    case 'ago':
      return { kind, ms: positive(value, 'ms') };
    case 'group':
      return { kind, group: boundedText(field(value, 'group'), 'group', maxGroup) };
    case 'offset':
      return offsetPlace(value);
    default:
      throw wrong('kind');
  }
}

function tailStop(value: unknown): TailStop {
  const kind = field(value, 'kind');
  switch (kind) {
    case 'never':
    case 'end':
      return { kind };
    case 'count':
      return { kind, count: positive(value, 'count') };
    case 'time':
      return timePlace(value);
    case 'offset':
      return offsetPlace(value);
    default:
      throw wrong('kind');
  }
}

function timePlace(value: unknown): { kind: 'time'; timestampMs: number } {
  const timestampMs = integer(field(value, 'timestampMs'), 'timestampMs', maxTimeMs);
  return { kind: 'time', timestampMs };
}

function offsetPlace(value: unknown): { kind: 'offset'; partition: number; offset: string } {
  const partition = integer(field(value, 'partition'), 'partition', maxPartition);
  const offset = field(value, 'offset');
  if (typeof offset !== 'string' || !offsetPattern.test(offset) || BigInt(offset) > maxOffset) {
    throw wrong('offset');
  }
  return { kind: 'offset', partition, offset };
}

/** Checks what to look for among loaded records: an expression is no such thing. Throws as {@link tailPlan}. */
export function plainFilter(value: unknown): PlainFilter {
  const filter = tailFilter(value);
  return { ...filter, kind: oneOf(plainKinds, filter.kind, 'kind') };
}

/** Checks a condition. Throws as {@link tailPlan}. */
export function tailFilter(value: unknown): TailFilter {
  const not = optional(value, 'not', (one) => boolean(one, 'not'));
  return {
    kind: oneOf(filterKinds, field(value, 'kind'), 'kind'),
    text: boundedText(field(value, 'text'), 'text', maxFilter),
    ...(not && { not }),
  };
}

function partitionNumbers(value: unknown): number[] {
  if (!Array.isArray(value) || value.length === 0 || value.length > maxPartitions) {
    throw wrong('partitions');
  }
  return value.map((each) => integer(each, 'partitions', maxPartition));
}

function positive(value: unknown, name: string): number {
  const found = integer(field(value, name), name, maxTimeMs);
  if (found === 0) throw wrong(name);
  return found;
}
