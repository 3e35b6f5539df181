import { readFile } from 'node:fs/promises';
import { isAbsolute, resolve } from 'node:path';
import { isAbort } from '../core/kafkaError.ts';
import { problem } from '../core/scratch/problem.ts';
import { ProblemError } from '../core/scratch/problemError.ts';
import type { FileReference } from '../core/scratch/values/fileReference.ts';
import type { RunContext } from './runContext.ts';

/** The bytes of a file that a block names; relative paths start at the `.kafka` file's folder. */
export async function readBlockFile(
  file: FileReference,
  context: Pick<RunContext, 'baseDir' | 'signal'>,
): Promise<Uint8Array> {
  const path = blockFilePath(file, context);
  try {
    return await readFile(path, { signal: context.signal });
  } catch (error) {
    throw isAbort(error) ? error : fileProblem(file, error);
  }
}

/** The whole path of a file that a block names. Throws a ProblemError where there is no folder to start at. */
export function blockFilePath(
  { path }: FileReference,
  { baseDir }: Pick<RunContext, 'baseDir'>,
): string {
  if (baseDir === undefined && !isAbsolute(path)) {
    throw new ProblemError(problem('fileNeedsFolder', path));
  }
  return resolve(baseDir ?? '', path);
}

/** Why a file cannot be read. */
export function fileProblem({ path }: FileReference, error: unknown): ProblemError {
  const code =
    error instanceof Error && 'code' in error && typeof error.code === 'string'
      ? error.code
      : String(error);
  return new ProblemError(problem('fileUnreadable', path, code));
}
