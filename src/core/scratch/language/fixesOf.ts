import type { ScratchDiagnostic, ScratchDocument } from '../scratchDocument.ts';
import { rangeInLine, type TextRange } from '../textRange.ts';

/** A change of the file that mends what a diagnostic tells. */
export interface Fix {
  /** What is done: the title is made from it (`fixTitle`). */
  readonly action:
    'replace' | 'insertColon' | 'addProperty' | 'endBlock' | 'comment' | 'addVariable' | 'addTopic';
  /** What the title names. */
  readonly name: string;
  readonly range: TextRange;
  readonly text: string;
}

/** What can be done in the file about a diagnostic of it. @param clusters the names of the saved ones */
export function fixesOf(
  document: ScratchDocument,
  diagnostic: ScratchDiagnostic,
  clusters: readonly string[] = [],
): Fix[] {
  const { code, args, range, block: index } = diagnostic;
  const block = document.blocks[index ?? -1];
  const arg = (position: number): string => String(args[position] ?? '');
  const replace = (suggestion: string): Fix[] => [
    { action: 'replace', name: suggestion, range, text: suggestion },
  ];
  const before = (line: number): TextRange => rangeInLine(line, 0, 0);
  switch (code) {
    case 'choiceSuggested':
    case 'configSuggested':
      return replace(arg(1));
    case 'propertySuggested':
      return replace(arg(2));
    case 'bodyNearProperty':
      return replace(`${arg(0)}:`);
    case 'fakerSuggested': {
      // The range is that of the whole expression.
      const at = { ...range, start: { ...range.start, character: range.start.character + 2 } };
      const end = { ...at.start, character: at.start.character + arg(0).length };
      return [{ action: 'replace', name: arg(1), range: { start: at.start, end }, text: arg(1) }];
    }
    case 'clusterUnknown':
      return clusters.flatMap(replace);
    case 'clusterSuggested':
      // The likely one first.
      return [arg(1), ...clusters.filter((name) => name !== arg(1))].flatMap(replace);
    case 'colonMissing': {
      const { line, character } = range.start;
      const end = character + arg(0).length;
      return [
        { action: 'insertColon', name: arg(0), range: rangeInLine(line, end, end), text: ':' },
      ];
    }
    case 'propertyMissing':
      return block === undefined
        ? []
        : [
            {
              action: 'addProperty',
              name: arg(0),
              range: before(block.startLine + 1),
              text: `${arg(0)}: \n`,
            },
          ];
    case 'keywordInBody':
      return [
        { action: 'endBlock', name: arg(0), range: before(range.start.line), text: '###\n\n' },
      ];
    case 'strayText':
      return Array.from({ length: range.end.line - range.start.line + 1 }, (_, line) => ({
        action: 'comment' as const,
        name: '',
        range: before(range.start.line + line),
        text: '-- ',
      }));
    case 'variableUnknown':
      return [{ action: 'addVariable', name: arg(0), range: before(0), text: `@${arg(0)} = \n` }];
    case 'topicNotThere':
      return block === undefined
        ? []
        : [
            {
              action: 'addTopic',
              name: arg(0),
              range: before(block.startLine),
              text: `TOPIC ${arg(0)}\npartitions: 1\n###\n\n`,
            },
          ];
    default:
      return [];
  }
}
