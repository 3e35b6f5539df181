import type { TimeCounts } from '../../protocol/timeCounts.ts';

/** The counts of some records in the spans in which all are counted, of which they are a part: as many as `all` has. */
export function inSpansOf(all: TimeCounts, some: TimeCounts): readonly number[] {
  const counts = all.counts.map(() => 0);
  some.counts.forEach((count, index) => {
    const startMs = some.startMs + index * some.widthMs;
    const span = Math.floor((startMs - all.startMs) / all.widthMs);
    const before = counts[span];
    if (before !== undefined) counts[span] = before + count;
  });
  return counts;
}
