import { readFile } from 'node:fs/promises';
import { isAbsolute, resolve } from 'node:path';
import { isAbort } from '../core/kafkaError.ts';
import { problem } from '../core/scratch/problem.ts';
import { ProblemError } from '../core/scratch/problemError.ts';
import type { FileReference } from '../core/scratch/values/fileReference.ts';
import type { RunContext } from './runContext.ts';

/** The bytes of a file that a block names; relative paths start at the `.kafka` file's folder. */
export async function readBlockFile(
  { path }: FileReference,
  { baseDir, signal }: Pick<RunContext, 'baseDir' | 'signal'>,
): Promise<Uint8Array> {
  if (baseDir === undefined && !isAbsolute(path)) {
    throw new ProblemError(problem('fileNeedsFolder', path));
  }
  try {
    return await readFile(resolve(baseDir ?? '', path), { signal });
  } catch (error) {
    if (isAbort(error)) {
      throw error;
    }
    throw new ProblemError(problem('fileUnreadable', path, codeOf(error)));
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : String(error);
}
