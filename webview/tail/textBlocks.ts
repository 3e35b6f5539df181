import { bytesPerLine, hexLine } from '../../src/core/serde/hexLine.ts';
import { appendVisible } from '../shared/appendVisible.ts';
import { element } from '../shared/element.ts';
import { lineBlocks, type LazyBlock } from '../shared/lazyBlocks.ts';
import { jsonLines, spaceBefore, type JsonLines } from './jsonLines.ts';
import { tokenKind, type JsonTokens } from './jsonTokens.ts';

/** A line without end is cut into pieces: a browser lays a line out as a whole, be it a megabyte. */
const maxLineLength = 4096;

const classOfKind: Readonly<Record<number, string>> = {
  [tokenKind.key]: 'json-key',
  [tokenKind.string]: 'json-string',
  [tokenKind.number]: 'json-number',
  [tokenKind.literal]: 'json-literal',
};

/**
 * Blocks of a JSON text, laid out and coloured; every character that is not white space is the record's. A line says
 * which token it begins with (`data-token`).
 */
export function jsonBlocks(tokens: JsonTokens): LazyBlock[] {
  const lines = jsonLines(tokens);
  return lineBlocks(
    lines.count,
    (line) => lineLength(tokens, lines, line),
    (target, line) => appendJsonLine(target, tokens, lines, line),
    (line) => longLineBlocks(tokens, lines, line),
  );
}

/** Blocks of plain text. */
export function plainBlocks(text: string): LazyBlock[] {
  const lines: string[] = [];
  for (const line of text.split(/\r\n|\n|\r/)) {
    if (line.length <= maxLineLength) lines.push(line);
    else lines.push(...pieces(line));
  }
  return lineBlocks(
    lines.length,
    (line) => lines[line]?.length ?? 0,
    (target, line) => appendVisible(appendLine(target), lines[line] ?? '', 'lines'),
  );
}

/** Blocks of a hex dump. */
export function hexBlocks(bytes: Uint8Array, perLine = bytesPerLine): LazyBlock[] {
  return lineBlocks(
    Math.ceil(bytes.length / perLine),
    () => perLine * 4,
    (target, line) =>
      target.append(element('div', 'line hex', hexLine(bytes, line * perLine, perLine))),
  );
}

function lineLength({ starts, ends }: JsonTokens, lines: JsonLines, line: number): number {
  const from = lines.starts[line] ?? 0;
  const last = (lines.starts[line + 1] ?? from) - 1;
  return last < from ? 0 : (ends[last] ?? 0) - (starts[from] ?? 0);
}

/** Of a line with a very long token: each piece of it as a line, in a block of its own. */
function longLineBlocks(tokens: JsonTokens, lines: JsonLines, line: number): LazyBlock[] {
  const blocks: LazyBlock[] = [];
  for (let at = lines.starts[line] ?? 0; at < (lines.starts[line + 1] ?? 0); at++) {
    const text = tokens.text.slice(tokens.starts[at], tokens.ends[at]);
    const className = classOfKind[tokens.kinds[at] ?? 0] ?? '';
    for (const piece of pieces(text)) {
      blocks.push({
        lines: Math.ceil(piece.length / 60),
        fill: (target) => appendColored(appendLine(target), className, piece),
      });
    }
  }
  return blocks;
}

function appendJsonLine(
  target: HTMLElement,
  tokens: JsonTokens,
  lines: JsonLines,
  line: number,
): void {
  const from = lines.starts[line] ?? 0;
  const end = lines.starts[line + 1] ?? from;
  const row = appendLine(target, '  '.repeat(lines.indents[line] ?? 0));
  row.dataset.token = String(from);
  for (let at = from; at < end; at++) {
    if (at > from && spaceBefore(tokens, at)) row.append(' ');
    const text = tokens.text.slice(tokens.starts[at], tokens.ends[at]);
    const className = classOfKind[tokens.kinds[at] ?? 0];
    if (className === undefined) row.append(text);
    else appendColored(row, className, text);
  }
}

function appendLine(target: HTMLElement, text = ''): HTMLElement {
  const line = element('div', 'line', text);
  target.append(line);
  return line;
}

function appendColored(row: HTMLElement, className: string, text: string): void {
  const span = element('span', className);
  appendVisible(span, text, 'lines');
  row.append(span);
}

/** Cuts a long line, never through a surrogate pair. */
function pieces(line: string): string[] {
  if (line.length <= maxLineLength) return [line];
  const cut: string[] = [];
  for (let from = 0; from < line.length;) {
    let end = Math.min(line.length, from + maxLineLength);
    const last = line.charCodeAt(end - 1);
    if (last >= 0xd800 && last < 0xdc00 && end < line.length) end--;
    cut.push(line.slice(from, end));
    from = end;
  }
  return cut;
}
