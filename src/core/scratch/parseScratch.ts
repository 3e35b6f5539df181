import { lineText, type Source } from './blockScan.ts';
import { checkBlock } from './checkBlock.ts';
import { checkTemplates } from './checkTemplates.ts';
import { checkVariables } from './checkVariables.ts';
import { DiagnosticList } from './diagnosticList.ts';
import { keywordLine } from './keywordLine.ts';
import { isBlank, isComment, isSeparator } from './lineKinds.ts';
import { splitLines } from './lines.ts';
import { parseBlock } from './parseBlock.ts';
import { reportStray } from './reportStray.ts';
import type {
  DocumentPart,
  FileVariable,
  NamedText,
  ScratchBlock,
  ScratchDocument,
} from './scratchDocument.ts';
import { variableLine } from './variableLine.ts';

/** The variables of the cells before and behind a cell of a notebook. */
export interface OuterVariables {
  readonly before: readonly NamedText[];
  readonly after: readonly NamedText[];
}

const none: OuterVariables = { before: [], after: [] };

/**
 * Parses a `.kafka` file. Total: any text gives a document, what is wrong with it is among its
 * diagnostics. A byte order mark must have been taken off.
 *
 * @param outer where the text is a cell of a notebook: its blocks see the variables of the others
 */
export function parseScratch(text: string, outer = none): ScratchDocument {
  const source: Source = { text, lines: splitLines(text) };
  const diagnostics = new DiagnosticList();
  const blocks: ScratchBlock[] = [];
  const variables: FileVariable[] = [];
  const parts: DocumentPart[] = [];
  let line = 0;
  while (line < source.lines.length) {
    const text = lineText(source, line);
    const opening = keywordLine(text);
    if (opening?.state === 'opens') {
      const block = parseBlock(source, line, opening, blocks.length, diagnostics);
      const { endLine, index } = block;
      parts.push({ kind: 'block', startLine: line, endLine, block: index });
      blocks.push(block);
      line = endLine;
    } else {
      addPart(parts, partKind(text, line, variables), line);
      line += 1;
    }
  }
  reportStray(source, parts, diagnostics);
  checkVariables(variables, diagnostics);
  const known = [...outer.before, ...variables, ...outer.after];
  const names = new Set(known.map(({ name }) => name));
  for (const block of blocks) {
    checkBlock(block, diagnostics);
    checkTemplates(block, names, diagnostics);
  }
  return {
    blocks,
    variables,
    known,
    diagnostics: diagnostics.sorted(),
    parts,
    lineCount: source.lines.length,
  };
}

/** What a line is that opens no block. */
function partKind(text: string, line: number, variables: FileVariable[]): DocumentPart['kind'] {
  if (isSeparator(text)) {
    return 'separator';
  }
  if (isBlank(text)) {
    return 'blank';
  }
  if (isComment(text)) {
    return 'comment';
  }
  const variable = variableLine(text, line);
  if (variable !== undefined) {
    variables.push(variable);
    return 'variable';
  }
  return 'text';
}

/** Lines of the same kind grow one part; variables stay one part each. */
function addPart(parts: DocumentPart[], kind: DocumentPart['kind'], line: number): void {
  const last = parts.at(-1);
  if (last?.kind === kind && kind !== 'variable') {
    parts[parts.length - 1] = { ...last, endLine: line + 1 };
  } else {
    parts.push({ kind, startLine: line, endLine: line + 1 });
  }
}
