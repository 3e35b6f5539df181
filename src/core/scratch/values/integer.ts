import { parsed, refused, type ValueParser } from '../parsed.ts';

/** Reads a whole number from `min` to `max`, written in digits. */
export function integer(min: number, max: number): ValueParser<number> {
  return (text) => {
    if (!/^-?\d{1,16}$/.test(text)) {
      return refused('integerInvalid', text, min);
    }
    const value = Number(text);
    if (value < min) {
      return refused('integerInvalid', text, min);
    }
    return value > max ? refused('integerTooLarge', text, max) : parsed(value);
  };
}

/** Kafka counts partitions, replicas and much else in a signed 32-bit integer. */
export const maxInt32 = 2 ** 31 - 1;
