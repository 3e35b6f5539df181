import type { BlockKind } from './blockKinds.ts';
import { lineText, type BlockScan, type Source } from './blockScan.ts';
import type { DiagnosticList } from './diagnosticList.ts';
import type { keywordLine } from './keywordLine.ts';
import { isBlank, isComment } from './lineKinds.ts';
import { scanBodyBlock } from './scanBodyBlock.ts';
import { scanPropertyBlock } from './scanPropertyBlock.ts';
import type { BlockBody, PropertyLine, ScratchBlock } from './scratchDocument.ts';
import { rangeInLine, type TextPosition, type TextRange } from './textRange.ts';

type Opening = Extract<ReturnType<typeof keywordLine>, { state: 'opens' }>;

/** Parses the block whose keyword stands on line `startLine`; SHOW and DELETE are that line alone. */
export function parseBlock(
  source: Source,
  startLine: number,
  opening: Opening,
  index: number,
  diagnostics: DiagnosticList,
): ScratchBlock {
  const scan = scanBlock(source, startLine + 1, opening.kind, index, diagnostics);
  return new BlockOfText(source, index, startLine, opening, scan);
}

/** Its ranges are made when they are asked for, as those of its properties. */
class BlockOfText implements ScratchBlock {
  readonly index: number;
  readonly kind: BlockKind;
  readonly startLine: number;
  readonly endLine: number;
  readonly argument: string;
  readonly properties: readonly PropertyLine[];
  readonly body?: BlockBody;
  readonly #argumentAt: number;
  readonly #endCharacter: number;

  constructor(
    source: Source,
    index: number,
    startLine: number,
    { kind, rest, restAt }: Opening,
    scan: BlockScan,
  ) {
    const last = lastLine(source, startLine, scan);
    const body = bodyOf(source, scan);
    this.index = index;
    this.kind = kind;
    this.startLine = startLine;
    this.endLine = last + 1;
    this.argument = rest;
    this.properties = scan.properties;
    if (body !== undefined) this.body = body;
    this.#argumentAt = restAt;
    this.#endCharacter = lineText(source, last).length;
  }

  get range(): TextRange {
    return {
      start: { line: this.startLine, character: 0 },
      end: { line: this.endLine - 1, character: this.#endCharacter },
    };
  }

  get keywordRange(): TextRange {
    return rangeInLine(this.startLine, 0, this.kind.length);
  }

  get argumentRange(): TextRange {
    const at = this.#argumentAt;
    return rangeInLine(this.startLine, at, at + this.argument.length);
  }
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
  const wholeLines = text.slice(firstLine.start, lines[end.line]?.end);
  return { text: body, lines: wholeLines, range: { start, end } };
}

function positionBefore(lines: Source['lines'], from: number, offset: number): TextPosition {
  let line = from;
  while (line > 0 && (lines[line]?.start ?? 0) > offset) {
    line -= 1;
  }
  return { line, character: offset - (lines[line]?.start ?? 0) };
}
