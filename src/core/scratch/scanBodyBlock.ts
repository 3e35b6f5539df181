import { lineText, type BlockScan, type Source } from './blockScan.ts';
import type { DiagnosticList } from './diagnosticList.ts';
import { keywordLine } from './keywordLine.ts';
import { isBlank, isComment, isSeparator } from './lineKinds.ts';
import { nearProperty } from './nearProperty.ts';
import { propertyTables, requiredProperties } from './properties/propertyTables.ts';
import { strictProperty } from './propertyLine.ts';
import type { PropertyLine } from './scratchDocument.ts';
import { hasExpression } from './template/template.ts';
import { rangeInLine } from './textRange.ts';

/**
 * Scans a block with a body: properties until the first line that is none, then the body until `###` or
 * the end of the file. In a PRODUCER the properties that the existing format lacks count only where that
 * does not take a body away from a file that was written for it.
 */
export function scanBodyBlock(
  source: Source,
  first: number,
  kind: 'PRODUCER' | 'CONNECTOR' | 'SCHEMA',
  index: number,
  diagnostics: DiagnosticList,
): BlockScan {
  const properties: PropertyLine[] = [];
  const nextLine = separatorLine(source, first);
  let bodyLine: number | undefined;
  for (let line = first; line < nextLine; line += 1) {
    const text = lineText(source, line);
    if (isBlank(text) || isComment(text)) {
      continue;
    }
    const found = strictProperty(text, line, propertyTables[kind]);
    if (found === undefined || (kind === 'PRODUCER' && !counts(found))) {
      bodyLine = line;
      if (found === undefined) {
        const has = (name: string): boolean => properties.some((one) => one.name === name);
        const missing = requiredProperties.get(kind)?.find(({ name }) => !has(name));
        // A line of records may begin with a key that looks like a property.
        const near = has('records')
          ? undefined
          : nearProperty(text, propertyTables[kind], missing?.name);
        if (near !== undefined) {
          diagnostics.addProblem('hint', rangeInLine(line, 0, near.end), index, near.problem);
        }
      } else {
        diagnostics.add('hint', found.valueRange, index, 'propertyIsBody', found.name, found.text);
      }
      break;
    }
    properties.push(found);
  }
  const kept =
    kind === 'PRODUCER' && bodyLine === undefined ? lineKeptAsBody(properties) : undefined;
  if (kept !== undefined) {
    bodyLine = kept.line;
    properties.splice(properties.indexOf(kept));
    diagnostics.add('hint', kept.nameRange, index, 'propertyKeptAsBody', kept.name);
  }
  hintKeywords(source, bodyLine ?? nextLine, nextLine, index, diagnostics);
  return { properties, nextLine, ...(bodyLine === undefined ? {} : { bodyLine }) };
}

function separatorLine(source: Source, first: number): number {
  let line = first;
  while (line < source.lines.length && !isSeparator(lineText(source, line))) {
    line += 1;
  }
  return line;
}

/** A property of the existing format always counts; a new one only if its value can be read. */
function counts(found: PropertyLine): boolean {
  const spec = found.spec;
  if (spec === undefined || spec.existing) {
    return spec !== undefined;
  }
  return (spec.templates === 'before' && hasExpression(found.text)) || spec.parse(found.text).ok;
}

/** In a block without a body and without another source of values, the first new property is the body. */
function lineKeptAsBody(properties: readonly PropertyLine[]): PropertyLine | undefined {
  const hasValue = properties.some(({ name }) => name === 'value' || name === 'records');
  return hasValue ? undefined : properties.find(({ spec }) => spec?.existing === false);
}

function hintKeywords(
  source: Source,
  from: number,
  to: number,
  index: number,
  diagnostics: DiagnosticList,
): void {
  for (let line = from; line < to; line += 1) {
    const keyword = keywordLine(lineText(source, line));
    if (keyword?.state === 'opens') {
      const range = rangeInLine(line, 0, keyword.kind.length);
      diagnostics.add('hint', range, index, 'keywordInBody', keyword.kind);
    }
  }
}
