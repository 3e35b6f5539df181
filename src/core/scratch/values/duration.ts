import { parsed, refused, type Parsed } from '../parsed.ts';

const unitsMs: ReadonlyMap<string, number> = new Map([
  ['ms', 1],
  ['s', 1000],
  ['m', 60_000],
  ['h', 3_600_000],
  ['d', 86_400_000],
]);

/** `500ms`, `3s`, `5m`, `1h`, `7d` as milliseconds; undefined where the text is something else. */
export function durationMs(text: string): number | undefined {
  const match = /^(\d{1,12})(ms|s|m|h|d)$/.exec(text);
  const unit = unitsMs.get(match?.[2] ?? '');
  if (match === null || unit === undefined) {
    return undefined;
  }
  const ms = Number(match[1]) * unit;
  return Number.isSafeInteger(ms) ? ms : undefined;
}

/** Reads a duration, in milliseconds. */
export function duration(text: string): Parsed<number> {
  const ms = durationMs(text);
  return ms === undefined ? refused('durationInvalid', text) : parsed(ms);
}
