import { problem } from '../../core/scratch/problem.ts';
import { ProblemError } from '../../core/scratch/problemError.ts';
import { LineReader } from './lineReader.ts';
import type { FillIn, RecordMaker, RecordParser, RecordText } from './recordText.ts';

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
  return new KeyedLine(line, lineNumber, at, at + separator.length);
}

/** A million of them are made: small, and without a closure each. */
class KeyedLine implements RecordMaker {
  readonly line: number;
  readonly #text: string;
  readonly #keyEnd: number;
  readonly #valueAt: number;

  constructor(text: string, line: number, keyEnd: number, valueAt: number) {
    this.line = line;
    this.#text = text;
    this.#keyEnd = keyEnd;
    this.#valueAt = valueAt;
  }

  make(fill: FillIn): RecordText {
    const key = fill(this.#text.slice(0, this.#keyEnd));
    return { key, value: fill(this.#text.slice(this.#valueAt)) };
  }
}
