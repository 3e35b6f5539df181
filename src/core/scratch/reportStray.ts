import { blockKindOf } from './blockKinds.ts';
import { lineText, type Source } from './blockScan.ts';
import type { DiagnosticList } from './diagnosticList.ts';
import { keywordLine } from './keywordLine.ts';
import { problem, type Problem } from './problem.ts';
import type { DocumentPart } from './scratchDocument.ts';
import { rangeInLine } from './textRange.ts';

/**
 * Gives text outside blocks its hints: one for each line that is nearly something, and one for each run of other
 * lines. What follows a line that was to open a block is told by that line's hint.
 */
export function reportStray(
  source: Source,
  parts: readonly DocumentPart[],
  diagnostics: DiagnosticList,
): void {
  for (const part of parts) {
    if (part.kind === 'text') reportPart(source, part, diagnostics);
  }
}

function reportPart(source: Source, part: DocumentPart, diagnostics: DiagnosticList): void {
  let [strayFrom, isOpen] = [part.startLine, false];
  const endStray = (line: number): void => {
    if (line === strayFrom || isOpen) return;
    const end = lineText(source, line - 1).length;
    const range = {
      start: { line: strayFrom, character: 0 },
      end: { line: line - 1, character: end },
    };
    diagnostics.add('hint', range, undefined, 'strayText');
  };
  for (let line = part.startLine; line < part.endLine; line += 1) {
    const text = lineText(source, line);
    const nearly = nearKeyword(text);
    const isVariable = text.startsWith('@');
    if (nearly === undefined && !isVariable) continue;
    endStray(line);
    const range = rangeInLine(line, 0, text.length);
    diagnostics.addProblem('hint', range, undefined, nearly ?? problem('variableInvalid'));
    strayFrom = line + 1;
    isOpen = nearly !== undefined;
  }
  endStray(part.endLine);
}

function nearKeyword(text: string): Problem | undefined {
  const keyword = keywordLine(text);
  switch (keyword?.state) {
    case 'glued':
      return problem('keywordGlued', keyword.kind);
    case 'incomplete':
      return problem('keywordIncomplete', keyword.kind, blockKindOf(keyword.kind)?.form ?? '');
    default:
      return undefined;
  }
}
