import { problem } from '../../core/scratch/problem.ts';
import { ProblemError } from '../../core/scratch/problemError.ts';
import type { RecordMaker } from './recordText.ts';

/**
 * A record a line. With a separator a line is `key separator value` (the console producer's `parse.key`),
 * and a line without it is refused by its number.
 */
export function recordsFromLines(text: string, separator: string | undefined): RecordMaker[] {
  return linesOf(text).map((line, index) => {
    if (separator === undefined) {
      return (fill) => ({ value: fill(line) });
    }
    const at = line.indexOf(separator);
    if (at < 0) {
      throw new ProblemError(problem('separatorMissing', separator, index + 1));
    }
    const key = line.slice(0, at);
    const value = line.slice(at + separator.length);
    return (fill) => ({ key: fill(key), value: fill(value) });
  });
}

/** The lines of a text; a line end at its very end starts no further line. */
export function linesOf(text: string): string[] {
  const lines = text.split(/\r\n|\n|\r/);
  if (lines.at(-1) === '') {
    lines.pop();
  }
  return lines;
}
