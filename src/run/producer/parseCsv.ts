import { problem } from '../../core/scratch/problem.ts';
import { ProblemError } from '../../core/scratch/problemError.ts';

/** One row of a CSV text and the 1-based line on which it starts. */
export interface CsvRow {
  readonly cells: readonly string[];
  readonly line: number;
}

/**
 * Cuts a CSV text (RFC 4180: commas, double quotes, `""` for a quote, line ends within quotes) into rows.
 * Lines with nothing at all are left out. Throws a ProblemError for a quote that never ends.
 */
export function parseCsv(text: string): CsvRow[] {
  const rows: CsvRow[] = [];
  let cells: string[] = [];
  let line = 1;
  let rowLine = 1;
  const pattern = /("(?:[^"]|"")*"|[^",\r\n][^,\r\n]*|)(,|\r\n|\n|\r|$)/y;
  while (pattern.lastIndex <= text.length) {
    const match = pattern.exec(text);
    if (match === null) {
      throw new ProblemError(problem('csvInvalid', line));
    }
    const [, cell = '', end = ''] = match;
    cells.push(cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell);
    line += cell.split(/\r\n|\n|\r/).length - 1;
    if (end === ',') {
      continue;
    }
    if (cells.length > 1 || cell !== '') {
      rows.push({ cells, line: rowLine });
    }
    cells = [];
    line += 1;
    rowLine = line;
    if (end === '') {
      break;
    }
  }
  return rows;
}
