const unitsBytes: ReadonlyMap<string, number> = new Map([
  ['b', 1],
  ['kb', 1024],
  ['kib', 1024],
  ['mb', 1024 ** 2],
  ['mib', 1024 ** 2],
  ['gb', 1024 ** 3],
  ['gib', 1024 ** 3],
  ['tb', 1024 ** 4],
  ['tib', 1024 ** 4],
]);

/**
 * `512KB`, `1GiB` as bytes; undefined where the text is something else. KB and KiB are both 1,024, as
 * Kafka's own defaults are (a segment of 1 GB is 1,073,741,824 bytes).
 */
export function sizeBytes(text: string): number | undefined {
  const match = /^(\d{1,15})\s*([kmgt]?i?b)$/i.exec(text);
  const unit = unitsBytes.get(match?.[2]?.toLowerCase() ?? '');
  if (match === null || unit === undefined) {
    return undefined;
  }
  const bytes = Number(match[1]) * unit;
  return Number.isSafeInteger(bytes) ? bytes : undefined;
}
