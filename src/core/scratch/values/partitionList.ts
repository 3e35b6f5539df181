import { parsed, refused, type Parsed } from '../parsed.ts';

/** More partitions than any topic that is read by hand has; keeps `0-999999999` from filling memory. */
const mostPartitions = 100_000;

/** Reads `0`, `0,1,2`, `0-2` or `0,2-3`: the partitions once each, in order of their numbers. */
export function partitionList(text: string): Parsed<readonly number[]> {
  const found = new Set<number>();
  for (const entry of text.split(',')) {
    const match = /^\s*(\d{1,9})\s*(?:-\s*(\d{1,9})\s*)?$/.exec(entry);
    if (match === null) {
      return refused('partitionsInvalid', text);
    }
    const first = Number(match[1]);
    const last = Number(match[2] ?? match[1]);
    if (last < first) {
      return refused('partitionRangeReversed', entry.trim());
    }
    if (last - first + found.size >= mostPartitions) {
      return refused('partitionsTooMany', text, mostPartitions);
    }
    for (let partition = first; partition <= last; partition += 1) {
      found.add(partition);
    }
  }
  return parsed([...found].sort((a, b) => a - b));
}
