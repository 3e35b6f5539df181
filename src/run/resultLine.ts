import type { BlockResult } from './blockResult.ts';

/** A result as the headless runner prints it: one JSON line, without the place in the file to blame. */
export function resultLine(result: BlockResult): string {
  const { error, ...rest } = result;
  return JSON.stringify(
    error === undefined
      ? rest
      : { ...rest, error: { reason: error.reason, message: error.message } },
  );
}
