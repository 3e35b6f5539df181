import type { BlockKind } from './blockKinds.ts';
import { lineText, type BlockScan, type Source } from './blockScan.ts';
import type { DiagnosticList } from './diagnosticList.ts';
import type { keywordLine } from './keywordLine.ts';
import { isBlank, isComment } from './lineKinds.ts';
import { scanBodyBlock } from './scanBodyBlock.ts';
import { scanPropertyBlock } from './scanPropertyBlock.ts';
import type { BlockBody, ScratchBlock } from './scratchDocument.ts';
import { rangeInLine, type TextPosition } from './textRange.ts';

type Opening = Extract<ReturnType<typeof keywordLine>, { state: 'opens' }>;

/** Parses the block whose keyword stands on line `startLine`; SHOW and DELETE are that line alone. */
export function parseBlock(
  source: Source,
  startLine: number,
  opening: Opening,
  index: number,
  diagnostics: DiagnosticList,
): ScratchBlock {
  const { kind, rest, restAt } = opening;
  const scan = scanBlock(source, startLine + 1, kind, index, diagnostics);
  const endLine = lastLine(source, startLine, scan) + 1;
  const body = bodyOf(source, scan);
  return {
    index,
    kind,
    startLine,
    endLine,
    range: {
      start: { line: startLine, character: 0 },
      end: { line: endLine - 1, character: lineText(source, endLine - 1).length },
    },
    keywordRange: rangeInLine(startLine, 0, kind.length),
    argument: rest,
    argumentRange: rangeInLine(startLine, restAt, restAt + rest.length),
    properties: scan.properties,
    ...(body === undefined ? {} : { body }),
  };
}

function scanBlock(
  source: Source,
  first: number,
  kind: BlockKind,
  index: number,
  diagnostics: DiagnosticList,
): BlockScan {
  switch (kind) {
    case 'PRODUCER':
    case 'CONNECTOR':
    case 'SCHEMA':
      return scanBodyBlock(source, first, kind, index, diagnostics);
    case 'CONSUMER':
    case 'TOPIC':
    case 'GROUP':
      return scanPropertyBlock(source, first, kind, index, diagnostics);
    case 'SHOW':
    case 'DELETE':
      return { properties: [], nextLine: first };
  }
}

/** Blank lines at its end (and comments, where there is no body) belong to what follows. */
function lastLine(source: Source, startLine: number, scan: BlockScan): number {
  let last = scan.nextLine - 1;
  const isOutside = (text: string): boolean =>
    isBlank(text) || (scan.bodyLine === undefined && isComment(text.trimStart()));
  while (last > startLine && isOutside(lineText(source, last))) {
    last -= 1;
  }
  return last;
}

function bodyOf({ text, lines }: Source, scan: BlockScan): BlockBody | undefined {
  const firstLine = lines[scan.bodyLine ?? -1];
  const lastOfBlock = lines[scan.nextLine - 1];
  if (scan.bodyLine === undefined || firstLine === undefined || lastOfBlock === undefined) {
    return undefined;
  }
  const raw = text.slice(firstLine.start, lastOfBlock.end);
  const body = raw.trim();
  const startAt = firstLine.start + (raw.length - raw.trimStart().length);
  const end = positionBefore(lines, scan.nextLine - 1, startAt + body.length);
  const start: TextPosition = { line: scan.bodyLine, character: startAt - firstLine.start };
  return { text: body, range: { start, end } };
}

function positionBefore(lines: Source['lines'], from: number, offset: number): TextPosition {
  let line = from;
  while (line > 0 && (lines[line]?.start ?? 0) > offset) {
    line -= 1;
  }
  return { line, character: offset - (lines[line]?.start ?? 0) };
}
