import { problem } from '../../core/scratch/problem.ts';
import { ProblemError } from '../../core/scratch/problemError.ts';
import { isTooLong, rowTooLong } from './longestRow.ts';

/** One row of a CSV text and the 1-based line on which it starts. */
export interface CsvRow {
  readonly cells: readonly string[];
  readonly line: number;
}

/** Where in a cell the text is; `quote` is behind a quote that ends the cell or is the first of two. */
type Place = 'start' | 'plain' | 'quoted' | 'quote';

/**
 * Cuts a CSV text (RFC 4180: commas, double quotes, `""` for a quote, line ends within quotes) into rows as
 * it arrives, each character looked at once. Lines with nothing at all are left out.
 */
export class CsvReader {
  readonly #cellEnd = /[,\r\n]/g;
  #place: Place = 'start';
  /** The cell that is open, as written, in the pieces in which it came. */
  #open: string[] = [];
  #cells: string[] = [];
  /** Of the row that is open, without this piece of text. */
  #rowLength = 0;
  #rowLine = 1;
  /** On which the open cell starts. */
  #line = 1;
  /** A line feed at the beginning of the next piece belongs to the row before. */
  #isHalf = false;

  /**
   * The rows that are complete with this piece of text; with `last` all that are left. Throws a
   * ProblemError for a quote that never ends, one within a quoted cell that is not doubled, and for a row that goes on for too long.
   */
  read(text: string, last: boolean): CsvRow[] {
    const rows: CsvRow[] = [];
    let cellAt = this.#isHalf && text.startsWith('\n') ? 1 : 0;
    let rowAt = cellAt;
    if (text !== '') this.#isHalf = false;
    for (let at = cellAt; at < text.length; at = cellAt) {
      at = this.#endOfCell(text, at);
      if (at === text.length) break;
      const written = this.#endCell(text.slice(cellAt, at));
      cellAt = at + 1;
      if (text[at] === ',') continue;
      if (text[at] === '\r') {
        if (text[cellAt] === '\n') cellAt += 1;
        this.#isHalf = cellAt === text.length && text.endsWith('\r');
      }
      this.#endRow(written, rows);
      rowAt = cellAt;
    }
    this.#open.push(text.slice(cellAt));
    this.#rowLength += text.length - rowAt;
    if (last) {
      if (this.#place === 'quoted') throw this.#invalid();
      this.#endRow(this.#endCell(''), rows);
    } else if (isTooLong(this.#rowLength)) {
      throw this.#place === 'quoted' ? this.#invalid() : rowTooLong(this.#rowLine);
    }
    return rows;
  }

  /** Where what ends the open cell is; the text's length where it goes on in the next piece. */
  #endOfCell(text: string, from: number): number {
    let at = from;
    if (this.#place === 'start') {
      this.#place = text[at] === '"' ? 'quoted' : 'plain';
      if (this.#place === 'quoted') at += 1;
    }
    if (this.#place === 'plain') {
      this.#cellEnd.lastIndex = at;
      return this.#cellEnd.exec(text)?.index ?? text.length;
    }
    while (at < text.length) {
      if (this.#place === 'quoted') {
        const quote = text.indexOf('"', at);
        if (quote < 0) return text.length;
        this.#place = 'quote';
        at = quote + 1;
      } else if (text[at] === '"') {
        this.#place = 'quoted';
        at += 1;
      } else if (',\r\n'.includes(text.charAt(at))) {
        return at;
      } else {
        throw new ProblemError(problem('csvAfterQuote', this.#line));
      }
    }
    return at;
  }

  /** Takes the open cell, of which `rest` is the end; gives it as written. */
  #endCell(rest: string): string {
    const written = this.#open.length === 0 ? rest : this.#open.join('') + rest;
    this.#open = [];
    this.#place = 'start';
    const isQuoted = written.startsWith('"');
    this.#cells.push(isQuoted ? written.slice(1, -1).replaceAll('""', '"') : written);
    if (isQuoted) this.#line += written.match(/\r\n|\n|\r/g)?.length ?? 0;
    return written;
  }

  #endRow(lastWritten: string, rows: CsvRow[]): void {
    if (this.#cells.length > 1 || lastWritten !== '') {
      rows.push({ cells: this.#cells, line: this.#rowLine });
    }
    this.#cells = [];
    this.#rowLength = 0;
    this.#line += 1;
    this.#rowLine = this.#line;
  }

  #invalid(): ProblemError {
    return new ProblemError(problem('csvInvalid', this.#line));
  }
}
