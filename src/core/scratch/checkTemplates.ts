import type { DiagnosticList } from './diagnosticList.ts';
import type { ScratchBlock } from './scratchDocument.ts';
import { compileTemplate } from './template/template.ts';
import { templatedTexts } from './template/templatedTexts.ts';
import { positionCounter } from './positionCounter.ts';
import type { TextPosition } from './textRange.ts';

/** Reports expressions that nothing can fill in, in the places where a block fills them in. */
export function checkTemplates(
  block: ScratchBlock,
  variables: ReadonlySet<string>,
  diagnostics: DiagnosticList,
): void {
  for (const { text, start } of templatedTexts(block)) {
    if (text.includes('{{')) {
      checkText(text, start, block.index, variables, diagnostics);
    }
  }
}

function checkText(
  text: string,
  start: TextPosition,
  block: number,
  variables: ReadonlySet<string>,
  diagnostics: DiagnosticList,
): void {
  const template = compileTemplate(text);
  const position = positionCounter(text, start);
  for (const part of template.parts) {
    if (typeof part === 'string') {
      continue;
    }
    const { expression, source } = part;
    if (expression.kind === 'unknown') {
      const range = { start: position(part.start), end: position(part.end) };
      diagnostics.add('error', range, block, 'templateUnknown', source);
    } else if (expression.kind === 'faker' && !expression.call.ok) {
      const range = { start: position(part.start), end: position(part.end) };
      diagnostics.addProblem('error', range, block, expression.call.problem);
    } else if (expression.kind === 'variable' && !variables.has(expression.name)) {
      const range = { start: position(part.start), end: position(part.end) };
      diagnostics.add('error', range, block, 'variableUnknown', expression.name);
    }
  }
  const unclosed = positionCounter(text, start);
  for (const offset of template.unclosed) {
    const range = { start: unclosed(offset), end: unclosed(offset + 2) };
    diagnostics.add('hint', range, block, 'templateUnclosed');
  }
}
