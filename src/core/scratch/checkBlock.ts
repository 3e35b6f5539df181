import { checkTogether } from './checkTogether.ts';
import type { DiagnosticList } from './diagnosticList.ts';
import { requiredProperties } from './properties/propertyTables.ts';
import type { PropertyLine, ScratchBlock } from './scratchDocument.ts';
import { hasExpression } from './template/template.ts';
import { recordsSource } from './values/recordsSource.ts';
import { topicNameValue } from './values/topicNameValue.ts';

const oneValue = recordsSource('one');

/** Reports what a block lacks, has twice, or says in a way that cannot be read. */
export function checkBlock(block: ScratchBlock, diagnostics: DiagnosticList): void {
  const last = new Map<string, PropertyLine>();
  for (const line of block.properties) {
    last.set(line.name, line);
  }
  for (const line of block.properties) {
    checkProperty(block, line, last.get(line.name) === line, diagnostics);
  }
  for (const spec of requiredProperties.get(block.kind) ?? []) {
    if (!last.has(spec.name)) {
      const { keywordRange, index, kind } = block;
      diagnostics.add('error', keywordRange, index, 'propertyMissing', spec.name, kind);
    }
  }
  checkArgument(block, diagnostics);
  checkBody(block, last, diagnostics);
  checkTogether(block, last, diagnostics);
}

function checkProperty(
  block: ScratchBlock,
  line: PropertyLine,
  isLast: boolean,
  diagnostics: DiagnosticList,
): void {
  const { spec, text, name } = line;
  if (!isLast && spec?.repeatable !== true) {
    diagnostics.add('warning', line.nameRange, block.index, 'propertyDuplicate', name);
    return;
  }
  if (spec === undefined || (spec.templates === 'before' && hasExpression(text))) {
    return;
  }
  const result = spec.parse(text);
  if (result.ok && result.warnings === undefined) {
    return;
  }
  const range = text === '' ? line.nameRange : line.valueRange;
  if (!result.ok) {
    diagnostics.addProblem('error', range, block.index, result.problem);
    return;
  }
  for (const warning of result.warnings ?? []) {
    diagnostics.addProblem('warning', range, block.index, warning);
  }
}

function checkArgument(block: ScratchBlock, diagnostics: DiagnosticList): void {
  if (block.kind === 'TOPIC' && !hasExpression(block.argument)) {
    const name = topicNameValue(block.argument);
    if (!name.ok) {
      diagnostics.addProblem('error', block.argumentRange, block.index, name.problem);
    }
  }
}

function checkBody(
  block: ScratchBlock,
  last: ReadonlyMap<string, PropertyLine>,
  diagnostics: DiagnosticList,
): void {
  const { kind, body, index } = block;
  if (kind !== 'PRODUCER' && kind !== 'CONNECTOR' && kind !== 'SCHEMA') {
    return;
  }
  const value = kind === 'PRODUCER' ? last.get('value') : undefined;
  const records = kind === 'PRODUCER' ? last.get('records') : undefined;
  const shape = records === undefined ? oneValue : recordsSource(records.text);
  const file = shape.ok && shape.value.file !== undefined ? records : undefined;
  const instead = value ?? file;
  if (instead !== undefined && body !== undefined) {
    diagnostics.add('error', body.range, index, 'bodyAndProperty', instead.name);
  } else if (value !== undefined && records !== undefined) {
    diagnostics.add('error', records.nameRange, index, 'recordsAndValue');
  } else if (instead === undefined && body === undefined) {
    diagnostics.add('error', block.keywordRange, index, 'bodyMissing', kind);
  }
}
