import { appendVisible } from '../shared/appendVisible.ts';
import { element } from '../shared/element.ts';
import type { LazyBlock } from '../shared/lazyBlocks.ts';
import { bytesPerLine, hexLine } from './hexDump.ts';
import { jsonLines, spaceBefore, type JsonLines } from './jsonLines.ts';
import { jsonTokens, tokenKind, type JsonTokens } from './jsonTokens.ts';

const minLinesPerBlock = 100;
/** A block costs an element before it is made: a million lines share these. */
const maxBlocks = 1_000;
/** A line without end is cut into pieces: a browser lays out a megabyte of one line in seconds. */
const maxLineLength = 4096;

const classOfKind: Readonly<Record<number, string>> = {
  [tokenKind.key]: 'json-key',
  [tokenKind.string]: 'json-string',
  [tokenKind.number]: 'json-number',
  [tokenKind.literal]: 'json-literal',
};

/** Blocks of a JSON text, laid out and coloured; every character that is not white space is the record's. */
export function jsonBlocks(text: string): LazyBlock[] {
  const tokens = jsonTokens(text);
  const lines = jsonLines(tokens);
  return blocks(lines.count, (target, line) => appendJsonLine(target, tokens, lines, line));
}

/** Blocks of plain text. */
export function plainBlocks(text: string): LazyBlock[] {
  const lines = text.split(/\r\n|\n|\r/).flatMap(pieces);
  return blocks(lines.length, (target, line) => {
    const row = element('div', 'line');
    appendVisible(row, lines[line] ?? '', 'lines');
    target.append(row);
  });
}

/** Blocks of a hex dump. */
export function hexBlocks(bytes: Uint8Array, perLine = bytesPerLine): LazyBlock[] {
  return blocks(Math.ceil(bytes.length / perLine), (target, line) =>
    target.append(element('div', 'line hex', hexLine(bytes, line * perLine, perLine))),
  );
}

function blocks(count: number, append: (target: HTMLElement, line: number) => void): LazyBlock[] {
  const linesPerBlock = Math.max(minLinesPerBlock, Math.ceil(count / maxBlocks));
  return Array.from({ length: Math.ceil(count / linesPerBlock) }, (_, index) => {
    const first = index * linesPerBlock;
    const end = Math.min(count, first + linesPerBlock);
    return {
      lines: end - first,
      fill(target) {
        for (let line = first; line < end; line++) append(target, line);
      },
    };
  });
}

function appendJsonLine(
  target: HTMLElement,
  tokens: JsonTokens,
  lines: JsonLines,
  line: number,
): void {
  const from = lines.starts[line] ?? 0;
  const end = lines.starts[line + 1] ?? from;
  const row = element('div', 'line', '  '.repeat(lines.indents[line] ?? 0));
  for (let at = from; at < end; at++) {
    if (at > from && spaceBefore(tokens, at)) row.append(' ');
    const text = tokens.text.slice(tokens.starts[at], tokens.ends[at]);
    const className = classOfKind[tokens.kinds[at] ?? 0];
    if (className === undefined) row.append(text);
    else for (const piece of pieces(text)) appendVisible(colored(row, className), piece, 'lines');
  }
  target.append(row);
}

function colored(row: HTMLElement, className: string): HTMLElement {
  const span = element('span', className);
  row.append(span);
  return span;
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
