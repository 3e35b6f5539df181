import type { ScratchDocument } from '../core/scratch/scratchDocument.ts';
import { problemSentence } from '../messages/scratchProblems.ts';
import { english } from '../messages/translate.ts';

/** One JSON line for each diagnostic; places are 0-based. Variables that are handed in are known. */
export function checkLines(
  document: ScratchDocument,
  variables: ReadonlyMap<string, string>,
): string[] {
  return document.diagnostics
    .filter(({ code, args }) => code !== 'variableUnknown' || !variables.has(String(args[0])))
    .map((diagnostic) => {
      const { start, end } = diagnostic.range;
      return JSON.stringify({
        severity: diagnostic.severity,
        message: problemSentence(diagnostic, english),
        line: start.line,
        character: start.character,
        endLine: end.line,
        endCharacter: end.character,
      });
    });
}
