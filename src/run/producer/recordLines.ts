import type { RecordMakers } from './recordMakers.ts';

/** Where the records of a run stand in what they are made of. */
export interface RecordLines {
  /** How many records a round has; undefined where it goes on behind the last record that was asked for. */
  readonly count: number | undefined;
  /** The 1-based line of the run's record number `index`; undefined where records have no lines. */
  of(index: number): number | undefined;
}

/**
 * Finds lines by going through the records once more, up to number `last`: only a run that failed needs them, and
 * all others would pay for keeping them.
 */
export async function recordLines(
  { makers, stream }: RecordMakers,
  last: number,
): Promise<RecordLines> {
  const jumps: Jump[] = [];
  let count = 0;
  const soFar = { count: undefined, of: (index: number) => lineOf(jumps, index) };
  try {
    for await (const piece of stream?.() ?? [makers]) {
      for (const { line } of piece) {
        const before = jumps.at(-1);
        if (line !== undefined && line - count !== before?.ahead) {
          jumps.push({ index: count, ahead: line - count });
        }
        count += 1;
      }
      if (count > last) return soFar;
    }
  } catch {
    // What is behind cannot be read, which is the failure itself or nobody's concern any more.
    return soFar;
  }
  return { count, of: (index) => lineOf(jumps, index % count) };
}

/** From record `index` on, lines are so far ahead of the records' numbers. */
interface Jump {
  readonly index: number;
  readonly ahead: number;
}

function lineOf(jumps: readonly Jump[], index: number): number | undefined {
  let [low, high] = [0, jumps.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((jumps[middle]?.index ?? 0) <= index) low = middle + 1;
    else high = middle;
  }
  const jump = jumps[low - 1];
  return jump === undefined ? undefined : index + jump.ahead;
}
