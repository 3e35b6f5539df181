import { problem } from '../../core/scratch/problem.ts';
import { ProblemError } from '../../core/scratch/problemError.ts';
import { parseCsv, type CsvRow } from './parseCsv.ts';
import type { FillIn, RecordMaker } from './recordText.ts';

/**
 * Rows under a header row. A column `key` is the record's key. With a column `value` that is the value;
 * else the value is a JSON object of all columns but `key`, each a string.
 */
export function recordsFromCsv(text: string): RecordMaker[] {
  const [header, ...rows] = parseCsv(text);
  if (header === undefined) {
    return [];
  }
  return rows.map((row) => {
    if (row.cells.length !== header.cells.length) {
      throw new ProblemError(
        problem('csvColumns', row.line, row.cells.length, header.cells.length),
      );
    }
    return makerOf(header.cells, row);
  });
}

function makerOf(names: readonly string[], { cells }: CsvRow): RecordMaker {
  const keyAt = names.indexOf('key');
  const valueAt = names.indexOf('value');
  return (fill) => ({
    value: valueAt >= 0 ? fill(cells[valueAt] ?? '') : objectOf(names, cells, keyAt, fill),
    ...(keyAt < 0 ? {} : { key: fill(cells[keyAt] ?? '') }),
  });
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
