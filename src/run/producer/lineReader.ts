/** Cuts a text into lines as it arrives; a line end at its very end starts no further line. */
export class LineReader {
  #rest = '';
  /** How many lines were given so far. */
  count = 0;

  /** The lines that are complete with this piece of text; with `last` all that are left. */
  read(text: string, last: boolean): string[] {
    const all = this.#rest + text;
    // A carriage return at the end of a piece may be half of a line end.
    const isHalf = !last && all.endsWith('\r');
    const lines = (isHalf ? all.slice(0, -1) : all).split(/\r\n|\n|\r/);
    const open = lines.pop() ?? '';
    this.#rest = last ? '' : open + (isHalf ? '\r' : '');
    if (last && open !== '') lines.push(open);
    this.count += lines.length;
    return lines;
  }
}
