import { parsed, refused, type ValueParser } from '../parsed.ts';

/** Reads any text that is not empty. */
export const someText: ValueParser<string> = (text) =>
  text === '' ? refused('valueMissing') : parsed(text);

/** Reads any text. */
export const anyText: ValueParser<string> = (text) => parsed(text);
