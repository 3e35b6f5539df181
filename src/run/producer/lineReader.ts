import { isTooLong, rowTooLong } from './longestRow.ts';

/** Cuts a text into lines as it arrives; a line end at its very end starts no further line. */
export class LineReader {
  /** The line that is open, in the pieces in which it came: a long one is not scanned anew with each. */
  #open: string[] = [];
  #openLength = 0;
  /** A carriage return at the end of a piece, which may be half of a line end. */
  #half = '';
  /** How many lines were given so far. */
  count = 0;

  /**
   * The lines that are complete with this piece of text; with `last` all that are left. Throws a ProblemError
   * for a line that goes on for too long.
   */
  read(text: string, last: boolean): string[] {
    const all = this.#half + text;
    this.#half = !last && all.endsWith('\r') ? '\r' : '';
    const lines = all.slice(0, all.length - this.#half.length).split(/\r\n|\n|\r/);
    const open = lines.pop() ?? '';
    if (lines.length > 0) lines[0] = this.#taken() + (lines[0] ?? '');
    this.#open.push(open);
    this.#openLength += open.length;
    if (last && this.#openLength > 0) lines.push(this.#taken());
    this.count += lines.length;
    if (isTooLong(this.#openLength)) throw rowTooLong(this.count + 1);
    return lines;
  }

  #taken(): string {
    const line = this.#open.join('');
    this.#open = [];
    this.#openLength = 0;
    return line;
  }
}
