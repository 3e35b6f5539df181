import type { Checks } from './rpc.ts';
import type { CopiedPart, TailCalls, TailStart } from './tail.ts';

/** The most rows that one `rows` call may ask for. */
export const maxRowsPerCall = 500;

const parts = ['key', 'value'] as const;
const copiedParts: readonly CopiedPart[] = ['key', 'value', 'json', 'block', 'kcat'];
const offsetPattern = /^\d{1,19}$/;
const maxOffset = 2n ** 63n - 1n;
const maxPartition = 2 ** 31 - 1;

/** Checks the bodies of the tail page's calls: a page shows hostile data, so nothing of it is trusted. */
export const tailChecks: Checks<TailCalls> = {
  ready: () => undefined,
  rows: (body) => ({
    first: integer(field(body, 'first'), 'first'),
    count: integer(field(body, 'count'), 'count', maxRowsPerCall),
  }),
  details: (body) => ({ row: row(body) }),
  follow: (body) => ({ rows: integer(field(body, 'rows'), 'rows', maxRowsPerCall) }),
  restart: (body) => ({ from: tailStart(field(body, 'from')) }),
  pause: (body) => ({ paused: boolean(field(body, 'paused'), 'paused') }),
  clear: () => undefined,
  stop: () => undefined,
  copy: (body) => ({ row: row(body), part: oneOf(copiedParts, field(body, 'part'), 'part') }),
  open: (body) => ({ row: row(body), part: oneOf(parts, field(body, 'part'), 'part') }),
  produceAgain: (body) => ({ row: row(body) }),
  compare: (body) => ({
    left: integer(field(body, 'left'), 'left'),
    right: integer(field(body, 'right'), 'right'),
  }),
  nextSameKey: (body) => ({ row: row(body) }),
};

/**
 * Checks where a read shall start: bodies of the page and the saved state of a restored panel.
 *
 * @throws Error naming the field that is wrong
 */
export function tailStart(value: unknown): TailStart {
  const kind = field(value, 'kind');
  if (kind === 'now' || kind === 'beginning') return { kind };
  if (kind !== 'offset') throw wrong('kind');
  const partition = integer(field(value, 'partition'), 'partition', maxPartition);
  const offset = field(value, 'offset');
  if (typeof offset !== 'string' || !offsetPattern.test(offset) || BigInt(offset) > maxOffset) {
    throw wrong('offset');
  }
  return { kind, partition, offset };
}

function field(body: unknown, name: string): unknown {
  if (typeof body !== 'object' || body === null || !Object.hasOwn(body, name)) throw wrong(name);
  return (body as Record<string, unknown>)[name];
}

function integer(value: unknown, name: string, max = Number.MAX_SAFE_INTEGER): number {
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0 || value > max) {
    throw wrong(name);
  }
  return value;
}

function boolean(value: unknown, name: string): boolean {
  if (typeof value !== 'boolean') throw wrong(name);
  return value;
}

function row(body: unknown): number {
  return integer(field(body, 'row'), 'row');
}

function oneOf<T extends string>(allowed: readonly T[], value: unknown, name: string): T {
  const found = allowed.find((one) => one === value);
  if (found === undefined) throw wrong(name);
  return found;
}

function wrong(name: string): Error {
  return new Error(`The page sent a body whose "${name}" is missing or not allowed.`);
}
