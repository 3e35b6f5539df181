import { splitLines } from '../lines.ts';
import { parseScratch } from '../parseScratch.ts';
import { commentOfText } from './commentText.ts';
import { cellOf } from './notebookOfFile.ts';
import {
  editorText,
  fileLines,
  type CellOrigin,
  type ScratchCell,
  type ScratchNotebook,
} from './scratchNotebook.ts';

/** What a cell is in the file. */
interface Chunk extends CellOrigin {
  /** Its last block would swallow what follows: `###` stands between. */
  closed: boolean;
}

/**
 * The text of the file that a notebook is. A cell that shows what it showed when the file was read is
 * written back unchanged; another one with the file's line end, Markdown as comments. `###` is added where a
 * block would swallow what follows it now, so that each cell holds the blocks it shows.
 */
export function fileOfNotebook({ cells, head, lineEnd }: ScratchNotebook): string {
  const chunks = cells.flatMap((cell) => chunkOf(cell, lineEnd));
  for (;;) {
    const { text, ends } = joined(chunks, head, lineEnd);
    const swallowing = swallowingChunks(text, ends, chunks);
    if (swallowing.length === 0) return text;
    for (const chunk of swallowing) chunk.closed = true;
  }
}

/** The file as it is so far, and the offset behind each chunk. */
function joined(
  chunks: readonly Chunk[],
  head: string,
  lineEnd: string,
): { readonly text: string; readonly ends: readonly number[] } {
  const ends: number[] = [];
  let text = head;
  for (const [index, chunk] of chunks.entries()) {
    text += gap(text, chunks[index - 1], chunk, lineEnd);
    text += chunk.source + (chunk.closed ? `${lineEnd}###` : '') + chunk.tail;
    ends.push(text.length);
  }
  return { text, ends };
}

/** A cell begins on a line of its own, two runs of comments stay two, and no cell begins with a byte order mark. */
function gap(text: string, before: Chunk | undefined, chunk: Chunk, lineEnd: string): string {
  const isLineStart = /(?:^\ufeff?|[\r\n])$/.test(text);
  const isMark = text === '' && chunk.source.startsWith('\ufeff');
  const first = isLineStart && !isMark ? '' : lineEnd;
  const merges =
    before?.kind === 'comment' &&
    chunk.kind === 'comment' &&
    !/(?:\r\n|\n|\r)\s*(?:\r\n|\n|\r|###)/.test(before.tail);
  return merges ? first + lineEnd : first;
}

function swallowingChunks(
  file: string,
  ends: readonly number[],
  chunks: readonly Chunk[],
): Chunk[] {
  const text = file.replace(/^\ufeff/, '');
  const removed = file.length - text.length;
  const lines = splitLines(text);
  return parseScratch(text).blocks.flatMap(({ startLine, endLine }) => {
    const start = (lines[startLine]?.start ?? 0) + removed;
    const end = (lines[endLine - 1]?.end ?? 0) + removed;
    const index = ends.findIndex((one) => one > start);
    const chunk = chunks[index];
    return chunk !== undefined && !chunk.closed && end > (ends[index] ?? end) ? [chunk] : [];
  });
}

function chunkOf(cell: ScratchCell, lineEnd: string): Chunk[] {
  const { text, markdown, origin } = cell;
  if (origin !== undefined && isUnchanged(cell)) return [{ ...origin, closed: false }];
  if (text.trim() === '') return [];
  const kind = markdown ? 'comment' : 'code';
  const source = markdown
    ? commentOfText(editorText(text), lineEnd, origin?.kind === 'comment' ? origin.source : '')
    : fileLines(text, lineEnd);
  return [{ kind, source, tail: origin?.tail ?? newTail(source, lineEnd), closed: false }];
}

function isUnchanged({ text, markdown, origin }: ScratchCell): boolean {
  if (origin === undefined) return false;
  const before = cellOf(origin);
  return before.markdown === markdown && editorText(before.text) === editorText(text);
}

/** A blank line, and before it the `###` with which people end blocks of several lines. */
function newTail(source: string, lineEnd: string): string {
  const { parts, blocks } = parseScratch(source);
  const last = blocks[parts.findLast(({ kind }) => kind !== 'blank')?.block ?? -1];
  const isLine = last === undefined || last.kind === 'SHOW' || last.kind === 'DELETE';
  return (isLine ? '' : `${lineEnd}###`) + lineEnd + lineEnd;
}
