/** Partitions in few words, as they can be typed, too: `0, 2-5`. @param partitions in rising order */
export function partitionRanges(partitions: readonly number[]): string {
  const ranges: { first: number; last: number }[] = [];
  for (const partition of partitions) {
    const range = ranges.at(-1);
    if (range?.last === partition - 1) range.last = partition;
    else ranges.push({ first: partition, last: partition });
  }
  const texts = ranges.map(({ first, last }) => {
    if (first === last) return String(first);
    return last === first + 1 ? `${first}, ${last}` : `${first}-${last}`;
  });
  return texts.join(', ');
}
