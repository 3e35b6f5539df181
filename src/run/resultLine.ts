import type { BlockResult } from './blockResult.ts';

/** A result as the headless runner prints it: one JSON line, without the place in the file to blame. */
export function resultLine(result: BlockResult): string {
  const { error, ...rest } = result;
  if (error === undefined) return JSON.stringify(rest);
  const { reason, message, line } = error;
  return JSON.stringify({ ...rest, error: { reason, message, ...(line && { line }) } });
}
