import { lineText, type BlockScan, type Source } from './blockScan.ts';
import type { DiagnosticList } from './diagnosticList.ts';
import { keywordLine } from './keywordLine.ts';
import { isBlank, isComment, isSeparator } from './lineKinds.ts';
import { propertyTables, type PropertyTable } from './properties/propertyTables.ts';
import { looseProperty } from './propertyLine.ts';
import type { PropertyLine } from './scratchDocument.ts';
import { suggestName } from './suggestion.ts';
import { rangeInLine } from './textRange.ts';
import { variableLine } from './variableLine.ts';

/**
 * Scans a block without a body: properties until `###`, the next keyword line, an `@name = value` line
 * or the end of the file. Every other line that is not blank and no comment is an error.
 */
export function scanPropertyBlock(
  source: Source,
  first: number,
  kind: 'CONSUMER' | 'TOPIC' | 'GROUP',
  index: number,
  diagnostics: DiagnosticList,
): BlockScan {
  const properties: PropertyLine[] = [];
  const table = propertyTables[kind];
  let line = first;
  for (; line < source.lines.length; line += 1) {
    const text = lineText(source, line);
    if (isSeparator(text) || variableLine(text, line) !== undefined) {
      break;
    }
    const keyword = keywordLine(text);
    if (keyword?.state === 'opens') {
      break;
    }
    if (isBlank(text) || isComment(text.trimStart())) {
      continue;
    }
    if (keyword?.state === 'glued') {
      diagnostics.add('hint', lineRange(text, line), index, 'keywordGlued', keyword.kind);
      continue;
    }
    const found = looseProperty(text, line, table);
    if (found === undefined) {
      reportNoColon(text, line, kind, table, index, diagnostics);
      continue;
    }
    properties.push(found);
    if (found.spec === undefined) {
      reportUnknown(found, kind, table, index, diagnostics);
    }
  }
  return { properties, nextLine: line };
}

function lineRange(text: string, line: number): ReturnType<typeof rangeInLine> {
  return rangeInLine(line, text.length - text.trimStart().length, text.trimEnd().length);
}

function reportNoColon(
  text: string,
  line: number,
  kind: 'CONSUMER' | 'TOPIC' | 'GROUP',
  table: PropertyTable,
  index: number,
  diagnostics: DiagnosticList,
): void {
  const word = text.trim().split(/\s/, 1)[0] ?? '';
  const range = lineRange(text, line);
  if (table.has(word)) {
    diagnostics.add('error', range, index, 'colonMissing', word);
  } else {
    diagnostics.add('error', range, index, 'lineNotProperty', kind);
  }
}

/** A dotted name in a TOPIC may be a config that this version does not know: the broker decides. */
function reportUnknown(
  { name, nameRange }: PropertyLine,
  kind: 'CONSUMER' | 'TOPIC' | 'GROUP',
  table: PropertyTable,
  index: number,
  diagnostics: DiagnosticList,
): void {
  const suggestion = suggestName(name, table.keys());
  if (kind === 'TOPIC' && /^[a-z]+(\.[a-z0-9]+)+$/.test(name)) {
    if (suggestion === undefined) {
      diagnostics.add('warning', nameRange, index, 'configUnknown', name);
    } else {
      diagnostics.add('warning', nameRange, index, 'configSuggested', name, suggestion);
    }
  } else if (suggestion === undefined) {
    diagnostics.add('error', nameRange, index, 'propertyUnknown', name, kind);
  } else {
    diagnostics.add('error', nameRange, index, 'propertySuggested', name, kind, suggestion);
  }
}
