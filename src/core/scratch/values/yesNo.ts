import { parsed, type ValueParser } from '../parsed.ts';
import { choice } from './choice.ts';

const words = choice('true', 'false');

/** Reads `true` or `false`. */
export const yesNo: ValueParser<boolean> = (text) => {
  const word = words(text);
  return word.ok ? parsed(word.value === 'true') : word;
};
