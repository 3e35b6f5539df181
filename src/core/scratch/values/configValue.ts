import { parsed, refused, type ValueParser } from '../parsed.ts';
import { durationMs } from './duration.ts';
import { sizeBytes } from './size.ts';

/** Reads a number or a duration (`7d`) as the milliseconds Kafka wants; −1 means none. */
export const millisecondsConfig: ValueParser<string> = (text) => {
  if (/^-?\d{1,19}$/.test(text)) {
    return parsed(text);
  }
  const ms = durationMs(text);
  return ms === undefined ? refused('durationInvalid', text) : parsed(String(ms));
};

/** Reads a number or a size (`1GB`) as the bytes Kafka wants; −1 means none. */
export const bytesConfig: ValueParser<string> = (text) => {
  if (/^-?\d{1,19}$/.test(text)) {
    return parsed(text);
  }
  const bytes = sizeBytes(text);
  return bytes === undefined ? refused('sizeInvalid', text) : parsed(String(bytes));
};

/** Reads a whole number of up to 64 bits that is at least `min`; it stays the text that Kafka is sent. */
export function integerConfig(min: number): ValueParser<string> {
  return (text) =>
    /^-?\d{1,19}$/.test(text) && BigInt(text) >= min
      ? parsed(text)
      : refused('integerInvalid', text, min);
}
