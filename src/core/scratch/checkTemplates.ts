import type { DiagnosticList } from './diagnosticList.ts';
import { positionCounter } from './positionCounter.ts';
import { problem, type Problem } from './problem.ts';
import type { ScratchBlock } from './scratchDocument.ts';
import { compileTemplate, type Template } from './template/template.ts';
import { templatedTexts, type TemplatedText } from './template/templatedTexts.ts';

/** Reports expressions that nothing can fill in, in the places where a block fills them in. */
export function checkTemplates(
  block: ScratchBlock,
  variables: ReadonlySet<string>,
  diagnostics: DiagnosticList,
): void {
  for (const templated of templatedTexts(block)) {
    const template = compileTemplate(templated.text);
    const isWrong = template.parts.some((part) => problemOf(part, variables) !== undefined);
    if (isWrong || template.unclosed.length > 0) {
      report(templated, template, block.index, variables, diagnostics);
    }
  }
}

function report(
  { text, start }: TemplatedText,
  { parts, unclosed }: Template,
  block: number,
  variables: ReadonlySet<string>,
  diagnostics: DiagnosticList,
): void {
  const position = positionCounter(text, start);
  for (const part of parts) {
    const found = problemOf(part, variables);
    if (typeof part !== 'string' && found !== undefined) {
      const range = { start: position(part.start), end: position(part.end) };
      diagnostics.addProblem('error', range, block, found);
    }
  }
  const unclosedAt = positionCounter(text, start);
  for (const offset of unclosed) {
    const range = { start: unclosedAt(offset), end: unclosedAt(offset + 2) };
    diagnostics.add('hint', range, block, 'templateUnclosed');
  }
}

function problemOf(
  part: Template['parts'][number],
  variables: ReadonlySet<string>,
): Problem | undefined {
  if (typeof part === 'string') {
    return undefined;
  }
  const { expression, source } = part;
  switch (expression.kind) {
    case 'unknown':
      return problem('templateUnknown', source);
    case 'faker':
      return expression.call.ok ? undefined : expression.call.problem;
    case 'variable':
      return variables.has(expression.name)
        ? undefined
        : problem('variableUnknown', expression.name);
    case 'builtin':
    case 'environment':
      return undefined;
  }
}
