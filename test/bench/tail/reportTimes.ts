/** Prints how long something took each time, in ms, beside its goal. */
export function reportTimes(what: string, timesMs: readonly number[], goal?: string): void {
  const sorted = [...timesMs].sort((a, b) => a - b);
  const at = (share: number): string =>
    (sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN).toFixed(1);
  const wanted = goal === undefined ? '' : ` (goal: ${goal})`;
  console.log(
    `${what}: p50 ${at(0.5)}, p95 ${at(0.95)}, p99 ${at(0.99)}, worst ${at(1)} ms${wanted}`,
  );
}
