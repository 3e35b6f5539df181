import { problem } from '../../core/scratch/problem.ts';
import { ProblemError } from '../../core/scratch/problemError.ts';
import { LineReader } from './lineReader.ts';
import type { RecordMaker, RecordParser } from './recordText.ts';

/**
 * A record a line. With a separator a line is `key separator value` (the console producer's `parse.key`),
 * and a line without it is refused by its number.
 */
export function recordsFromLines(separator: string | undefined): RecordParser {
  const reader = new LineReader();
  return (text, last) => {
    const before = reader.count;
    return reader
      .read(text, last)
      .map((line, index) => makerOf(line, separator, before + index + 1));
  };
}

function makerOf(line: string, separator: string | undefined, lineNumber: number): RecordMaker {
  if (separator === undefined) {
    return { line: lineNumber, make: (fill) => ({ value: fill(line) }) };
  }
  const at = line.indexOf(separator);
  if (at < 0) {
    throw new ProblemError(problem('separatorMissing', separator, lineNumber));
  }
  const key = line.slice(0, at);
  const value = line.slice(at + separator.length);
  return { line: lineNumber, make: (fill) => ({ key: fill(key), value: fill(value) }) };
}
