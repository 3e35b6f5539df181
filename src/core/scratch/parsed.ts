import { problem, type Problem, type ProblemCode } from './problem.ts';

/** What reading a value gave: the value (perhaps with warnings), or why it is none. */
export type Parsed<T> =
  | { readonly ok: true; readonly value: T; readonly warnings?: readonly Problem[] }
  | { readonly ok: false; readonly problem: Problem };

/** Reads the text behind a property's colon, already trimmed. */
export type ValueParser<T> = (text: string) => Parsed<T>;

/** A value that could be read. */
export function parsed<T>(value: T): Parsed<T> {
  return { ok: true, value };
}

/** A value that could not be read, and why. */
export function refused(code: ProblemCode, ...args: (string | number)[]): Parsed<never> {
  return { ok: false, problem: problem(code, ...args) };
}
