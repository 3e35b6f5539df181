/** The middle of some numbers; NaN for none. */
export function median(values: readonly number[]): number {
  return percentile(values, 50);
}

/** The value below which `percent` of the values lie. */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const at = Math.min(Math.floor((sorted.length * percent) / 100), sorted.length - 1);
  return sorted[at] ?? NaN;
}

/** What each measurement gave, round by round. */
type Rounds<T extends Record<string, () => Promise<unknown>>> = {
  readonly [K in keyof T]: Awaited<ReturnType<T[K]>>[];
};

/**
 * Runs measurements one after another, round by round, so that whatever else the machine does hits all of
 * them alike.
 */
export async function alternate<T extends Record<string, () => Promise<unknown>>>(
  rounds: number,
  measurements: T,
): Promise<Rounds<T>> {
  const results: Record<string, unknown[]> = {};
  for (let round = 0; round < rounds; round++) {
    for (const [name, measure] of Object.entries(measurements)) {
      (results[name] ??= []).push(await measure());
    }
  }
  return results as Rounds<T>;
}
