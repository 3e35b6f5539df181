import { createReadStream } from 'node:fs';
import { isAbort } from '../../core/kafkaError.ts';
import { problem } from '../../core/scratch/problem.ts';
import { ProblemError } from '../../core/scratch/problemError.ts';
import type { FileReference } from '../../core/scratch/values/fileReference.ts';
import { blockFilePath, fileProblem } from '../readBlockFile.ts';
import type { RunContext } from '../runContext.ts';
import type { RecordMaker, RecordParser } from './recordText.ts';

/** So much of a file is in memory at a time, and its records. */
const pieceBytes = 64 * 1024;

/**
 * The records of a file from its first to its last byte, piece by piece: the next piece is read when the
 * records of the last one were taken, so a file of any size takes the memory of a few pieces.
 */
export async function* fileRecords(
  file: FileReference,
  parse: RecordParser,
  context: Pick<RunContext, 'baseDir' | 'signal'>,
): AsyncGenerator<readonly RecordMaker[]> {
  const path = blockFilePath(file, context);
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const decode = (bytes: Uint8Array | undefined): string => {
    try {
      return decoder.decode(bytes, { stream: bytes !== undefined });
    } catch {
      throw new ProblemError(problem('fileUnreadable', file.path, 'not UTF-8'));
    }
  };
  const stream = createReadStream(path, { highWaterMark: pieceBytes, signal: context.signal });
  try {
    for await (const bytes of stream) yield parse(decode(bytes as Uint8Array), false);
  } catch (error) {
    throw error instanceof ProblemError || isAbort(error) ? error : fileProblem(file, error);
  }
  yield parse(decode(undefined), true);
}
