import { parsed, refused, type Parsed } from '../parsed.ts';

const seconds: ReadonlyMap<string, number> = new Map([
  ['s', 1],
  ['m', 60],
  ['h', 3600],
]);

/** Reads `200/s`, `30/m` or `5/h` as records per second. */
export function rate(text: string): Parsed<number> {
  const match = /^(\d{1,9})\s*\/\s*(s|m|h)$/.exec(text);
  const per = seconds.get(match?.[2] ?? '');
  const count = Number(match?.[1]);
  return per === undefined || count === 0 ? refused('rateInvalid', text) : parsed(count / per);
}
