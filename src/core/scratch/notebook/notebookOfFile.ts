import { splitLines } from '../lines.ts';
import { parseScratch } from '../parseScratch.ts';
import type { DocumentPart } from '../scratchDocument.ts';
import { textOfComment } from './commentText.ts';
import {
  editorText,
  mainLineEnd,
  type CellOrigin,
  type ScratchCell,
  type ScratchNotebook,
} from './scratchNotebook.ts';

interface CellLines {
  readonly kind: CellOrigin['kind'];
  readonly startLine: number;
  endLine: number;
}

/**
 * Cuts the text of a `.kafka` file (its byte order mark included) into cells: runs of comments and stray text
 * for Markdown, each block with the `@name = …` lines right above it for code. Nothing of the text is lost.
 */
export function notebookOfFile(file: string): ScratchNotebook {
  const mark = file.startsWith('\ufeff') ? '\ufeff' : '';
  const text = file.slice(mark.length);
  const lines = splitLines(text);
  const cells = cellLines(parseScratch(text).parts);
  const startOf = (cell: CellLines | undefined): number =>
    lines[cell?.startLine ?? -1]?.start ?? text.length;
  return {
    cells: cells.map((cell, index) => {
      const end = lines[cell.endLine - 1]?.end ?? text.length;
      return cellOf({
        kind: cell.kind,
        source: text.slice(startOf(cell), end),
        tail: text.slice(end, startOf(cells[index + 1])),
      });
    }),
    head: mark + text.slice(0, startOf(cells[0])),
    lineEnd: mainLineEnd(text),
  };
}

/** What a notebook shows of something in a file. */
export function cellOf(origin: CellOrigin): ScratchCell {
  const { kind, source } = origin;
  const text = kind === 'comment' ? textOfComment(source) : source;
  return { markdown: kind !== 'code', text: editorText(text), origin };
}

/** Blank lines and `###` are behind a cell and in none. */
function cellLines(parts: readonly DocumentPart[]): CellLines[] {
  const cells: CellLines[] = [];
  /** A code cell of variables that the next block may join. */
  let variables: CellLines | undefined;
  for (const { kind, startLine, endLine } of parts) {
    if (kind === 'blank' || kind === 'separator') {
      variables = undefined;
      continue;
    }
    if (variables !== undefined && (kind === 'block' || kind === 'variable')) {
      variables.endLine = endLine;
    } else {
      cells.push({
        kind: kind === 'comment' || kind === 'text' ? kind : 'code',
        startLine,
        endLine,
      });
    }
    variables = kind === 'variable' ? cells.at(-1) : undefined;
  }
  return cells;
}
