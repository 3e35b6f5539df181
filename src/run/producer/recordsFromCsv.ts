import { problem } from '../../core/scratch/problem.ts';
import { ProblemError } from '../../core/scratch/problemError.ts';
import { CsvReader, type CsvRow } from './csvReader.ts';
import type { FillIn, RecordMaker, RecordParser } from './recordText.ts';

/**
 * Rows under a header row. A column `key` is the record's key. With a column `value` that is the value;
 * else the value is a JSON object of all columns but `key`, each a string.
 */
export function recordsFromCsv(): RecordParser {
  const reader = new CsvReader();
  let names: readonly string[] | undefined;
  return (text, last) => {
    const makers: RecordMaker[] = [];
    for (const row of reader.read(text, last)) {
      if (names === undefined) {
        names = row.cells;
        checkNames(names);
      } else {
        makers.push(makerOf(names, row));
      }
    }
    return makers;
  };
}

/** What would be lost without a word is refused. */
function checkNames(names: readonly string[]): void {
  const twice = names.find((name, index) => names.indexOf(name) < index);
  if (twice !== undefined) throw new ProblemError(problem('csvColumnTwice', twice));
  const unused = names.find((name) => name !== 'key' && name !== 'value');
  if (unused !== undefined && names.includes('value')) {
    throw new ProblemError(problem('csvColumnUnused', unused));
  }
}

function makerOf(names: readonly string[], { cells, line }: CsvRow): RecordMaker {
  if (cells.length !== names.length) {
    throw new ProblemError(problem('csvColumns', line, cells.length, names.length));
  }
  const keyAt = names.indexOf('key');
  const valueAt = names.indexOf('value');
  return {
    line,
    make: (fill) => ({
      value: valueAt >= 0 ? fill(cells[valueAt] ?? '') : objectOf(names, cells, keyAt, fill),
      ...(keyAt < 0 ? {} : { key: fill(cells[keyAt] ?? '') }),
    }),
  };
}

function objectOf(
  names: readonly string[],
  cells: readonly string[],
  keyAt: number,
  fill: FillIn,
): string {
  const members = names.flatMap((name, index) =>
    index === keyAt ? [] : [`${JSON.stringify(name)}:${JSON.stringify(fill(cells[index] ?? ''))}`],
  );
  return `{${members.join(',')}}`;
}
