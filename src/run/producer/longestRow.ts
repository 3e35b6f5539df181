import { problem } from '../../core/scratch/problem.ts';
import { ProblemError } from '../../core/scratch/problemError.ts';

/** In millions of characters: what is read on for longer without an end is no row of records. */
const longestMillions = 32;

/** True for a row of so many characters that its end is not waited for any more. */
export function isTooLong(length: number): boolean {
  return length > longestMillions * 1_000_000;
}

/** The ProblemError for a row that {@link isTooLong} and begins on this 1-based line. */
export function rowTooLong(line: number): ProblemError {
  return new ProblemError(problem('rowTooLong', line, longestMillions));
}
