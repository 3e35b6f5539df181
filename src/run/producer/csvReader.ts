import { problem } from '../../core/scratch/problem.ts';
import { ProblemError } from '../../core/scratch/problemError.ts';

/** One row of a CSV text and the 1-based line on which it starts. */
export interface CsvRow {
  readonly cells: readonly string[];
  readonly line: number;
}

/** A row longer than this is a quote that was never closed. */
const longestRow = 16 * 1024 * 1024;

/**
 * Cuts a CSV text (RFC 4180: commas, double quotes, `""` for a quote, line ends within quotes) into rows as
 * it arrives. Lines with nothing at all are left out.
 */
export class CsvReader {
  #rest = '';
  #line = 1;

  /**
   * The rows that are complete with this piece of text; with `last` all that are left. Throws a
   * ProblemError for a quote that never ends.
   */
  read(text: string, last: boolean): CsvRow[] {
    const all = this.#rest + text;
    const rows: CsvRow[] = [];
    const pattern = /("(?:[^"]|"")*"|[^",\r\n][^,\r\n]*|)(,|\r\n|\n|\r|$)/y;
    let cells: string[] = [];
    let rowStart = 0;
    let line = this.#line;
    while (pattern.lastIndex <= all.length) {
      const match = pattern.exec(all);
      if (match === null) {
        if (last || all.length - rowStart > longestRow) {
          throw new ProblemError(problem('csvInvalid', line));
        }
        break;
      }
      // What touches the end of a piece may go on in the next one.
      if (!last && pattern.lastIndex === all.length) break;
      const [, cell = '', end = ''] = match;
      cells.push(cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell);
      line += cell.includes('\n') || cell.includes('\r') ? cell.split(/\r\n|\n|\r/).length - 1 : 0;
      if (end === ',') continue;
      if (cells.length > 1 || cell !== '') rows.push({ cells, line: this.#line });
      cells = [];
      line += 1;
      this.#line = line;
      rowStart = pattern.lastIndex;
      if (end === '') break;
    }
    this.#rest = last ? '' : all.slice(rowStart);
    return rows;
  }
}
