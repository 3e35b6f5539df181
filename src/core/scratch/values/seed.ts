import { parsed, refused, type Parsed } from '../parsed.ts';

/** Reads what `@seed` says: a whole number. */
export function seed(text: string): Parsed<number> {
  return /^-?\d{1,15}$/.test(text) ? parsed(Number(text)) : refused('seedInvalid', text);
}
