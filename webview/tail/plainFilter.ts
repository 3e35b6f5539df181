import type { PlainFilter, TailFilter } from '../../src/protocol/tailPlan.ts';

/** A filter that records can be looked up by one after another; undefined where it is none. */
export function plainFilter({ kind, text }: TailFilter): PlainFilter | undefined {
  return kind === 'regex' || kind === 'expression' || text === '' ? undefined : { kind, text };
}
