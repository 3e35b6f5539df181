import { blockKindOf } from './blockKinds.ts';
import { lineText, type Source } from './blockScan.ts';
import type { DiagnosticList } from './diagnosticList.ts';
import { keywordLine } from './keywordLine.ts';
import type { DocumentPart } from './scratchDocument.ts';
import { rangeInLine } from './textRange.ts';

/** Gives text outside blocks its hints: one for each run of lines, and one for each near keyword. */
export function reportStray(
  source: Source,
  parts: readonly DocumentPart[],
  diagnostics: DiagnosticList,
): void {
  for (const part of parts) {
    if (part.kind === 'text' && !reportLines(source, part, diagnostics)) {
      const end = lineText(source, part.endLine - 1).length;
      const range = {
        start: { line: part.startLine, character: 0 },
        end: { line: part.endLine - 1, character: end },
      };
      diagnostics.add('hint', range, undefined, 'strayText');
    }
  }
}

/** True where at least one line got a hint of its own. */
function reportLines(source: Source, part: DocumentPart, diagnostics: DiagnosticList): boolean {
  let reported = false;
  for (let line = part.startLine; line < part.endLine; line += 1) {
    const text = lineText(source, line);
    const keyword = keywordLine(text);
    const range = rangeInLine(line, 0, text.length);
    if (keyword?.state === 'glued') {
      diagnostics.add('hint', range, undefined, 'keywordGlued', keyword.kind);
    } else if (keyword?.state === 'incomplete') {
      const form = blockKindOf(keyword.kind)?.form ?? '';
      diagnostics.add('hint', range, undefined, 'keywordIncomplete', keyword.kind, form);
    } else if (text.startsWith('@')) {
      diagnostics.add('hint', range, undefined, 'variableInvalid');
    } else {
      continue;
    }
    reported = true;
  }
  return reported;
}
