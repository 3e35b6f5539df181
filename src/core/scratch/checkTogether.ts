import type { DiagnosticList } from './diagnosticList.ts';
import type { PropertyLine, ScratchBlock } from './scratchDocument.ts';
import { dataFormat } from './values/dataFormat.ts';
import { readStart } from './values/readStart.ts';
import { recordsSource } from './values/recordsSource.ts';

/** The properties of a block that count, by name. */
type Properties = ReadonlyMap<string, PropertyLine>;

/** Reports properties that are right each for itself, and mean nothing or cannot be carried out together. */
export function checkTogether(
  block: ScratchBlock,
  last: Properties,
  diagnostics: DiagnosticList,
): void {
  checkSchema(block, last, 'key', diagnostics);
  checkSchema(block, last, 'value', diagnostics);
  if (block.kind === 'PRODUCER') checkProducer(block, last, diagnostics);
  if (block.kind === 'CONSUMER') checkConsumer(block, last, diagnostics);
}

/** A schema counts only beside a format that has one; elsewhere it would be ignored without a word. */
function checkSchema(
  { kind, index }: ScratchBlock,
  last: Properties,
  part: 'key' | 'value',
  diagnostics: DiagnosticList,
): void {
  const schema = last.get(`${part}-schema`);
  if (schema?.spec === undefined) return;
  const use = kind === 'PRODUCER' ? 'produce' : 'consume';
  const format = dataFormat(use)(last.get(`${part}-format`)?.text ?? 'string');
  const withSchema = kind === 'PRODUCER' ? ['json', 'avro', 'protobuf'] : ['avro', 'protobuf'];
  if (!format.ok || withSchema.includes(format.value.kind)) return;
  const formats = withSchema.join(', ');
  diagnostics.add('warning', schema.nameRange, index, 'schemaUnused', schema.name, part, formats);
}

function checkProducer({ index }: ScratchBlock, last: Properties, diagnostics: DiagnosticList) {
  const separator = last.get('separator');
  const source = recordsSource(last.get('records')?.text ?? 'one');
  if (separator !== undefined && source.ok && source.value.shape !== 'lines') {
    diagnostics.add('warning', separator.nameRange, index, 'separatorUnused');
  }
  const acks = last.get('acks');
  const isIdempotent = last.has('transaction') || last.get('idempotent')?.text === 'true';
  if (isIdempotent && (acks?.text === '0' || acks?.text === '1')) {
    diagnostics.add('error', acks.valueRange, index, 'idempotentAcks');
  }
}

function checkConsumer(
  { index, argument }: ScratchBlock,
  last: Properties,
  diagnostics: DiagnosticList,
): void {
  const from = last.get('from');
  const start = readStart(from?.text ?? 'latest');
  if (from !== undefined && argument !== '' && start.ok && start.value.kind === 'last') {
    diagnostics.add('error', from.valueRange, index, 'lastWithGroup');
  }
}
