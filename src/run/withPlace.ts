import { ProblemError } from '../core/scratch/problemError.ts';
import type { TextRange } from '../core/scratch/textRange.ts';

/** Runs `work`; a problem that names no place in the file gets this one. */
export function withPlace<T>(place: TextRange | undefined, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw placed(error, place);
  }
}

/** As {@link withPlace}, for work that takes time. */
export async function withPlaceAsync<T>(
  place: TextRange | undefined,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw placed(error, place);
  }
}

/** The error with the place to blame: a problem that names none gets this one. */
export function placed(error: unknown, place: TextRange | undefined): unknown {
  return error instanceof ProblemError && error.range === undefined && place !== undefined
    ? new ProblemError(error.problem, place, error.reason)
    : error;
}
