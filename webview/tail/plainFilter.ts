import type { PlainFilter, TailFilter } from '../../src/protocol/tailPlan.ts';

/** A filter that records can be looked up by one after another; undefined where it is none. */
export function plainFilter(filter: TailFilter): PlainFilter | undefined {
  const { kind, text } = filter;
  return kind === 'regex' || kind === 'expression' || text === '' ? undefined : { ...filter, kind };
}
