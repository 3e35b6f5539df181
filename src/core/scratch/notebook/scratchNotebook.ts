/**
 * What a cell was in the file. `source`: its lines with their line ends but the last one's; `tail`: what is
 * behind them up to the next cell: that line end, `###`, blank lines. The file is `head` and then all
 * sources and tails.
 */
export interface CellOrigin {
  readonly kind: 'code' | 'comment' | 'text';
  readonly source: string;
  readonly tail: string;
}

/** A cell as a notebook shows it; one that was added there has no origin. */
export interface ScratchCell {
  readonly markdown: boolean;
  readonly text: string;
  readonly origin?: CellOrigin | undefined;
}

/** A `.kafka` file as cells. */
export interface ScratchNotebook {
  readonly cells: readonly ScratchCell[];
  /** What is before the first cell: a byte order mark, blank lines, stray `###`. */
  readonly head: string;
  /** The line end that most lines of the file have. */
  readonly lineEnd: string;
}

const lineEnds = /\r\n|\n|\r/g;

/** The text with `\n` for every line end and without byte order marks before it, as an editor holds it. */
export function editorText(text: string): string {
  return text.replace(/^\ufeff+/, '').replace(lineEnds, '\n');
}

/** The text of an editor with the line ends of a file. */
export function fileLines(text: string, lineEnd: string): string {
  return editorText(text).replaceAll('\n', lineEnd);
}

/** The line end that most lines of a text have; `\n` where it has none. */
export function mainLineEnd(text: string): string {
  const counts = new Map([['\n', 0]]);
  for (const [found] of text.matchAll(lineEnds)) counts.set(found, (counts.get(found) ?? 0) + 1);
  return [...counts].reduce((most, one) => (one[1] > most[1] ? one : most))[0];
}
