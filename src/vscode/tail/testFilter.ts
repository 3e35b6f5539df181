import { fieldText, recordField } from '../../core/field/recordField.ts';
import type { RecordBatch } from '../../core/record/recordBatch.ts';
import type { RecordView } from '../../core/record/recordView.ts';
import { cellOf } from '../../core/serde/cell.ts';
import { BatchFilter } from '../../kafka/read/batchFilter.ts';
import type { Translate } from '../../messages/translate.ts';
import type { FilterTest } from '../../protocol/tail.ts';
import type { TailFilter } from '../../protocol/tailPlan.ts';
import { namedFields } from './fields/namedFields.ts';
import { filterTerm } from './filterTerm.ts';

const mostShown = 80;

/**
 * Whether one record of a batch matches, with what was compared.
 *
 * @throws KafkaError `filterInvalid`, `filterTooSlow`
 */
export async function testFilter(
  filter: TailFilter,
  batch: RecordBatch,
  index: number,
  t: Translate,
): Promise<FilterTest> {
  const opened = await BatchFilter.open([filterTerm(filter)]);
  try {
    const found = await opened.indexes(batch.slice(index, index + 1));
    const failure = opened.failures?.first.message;
    const why =
      failure === undefined
        ? compared(filter, batch.record(index), t)
        : t('it fails: {0}', failure);
    return { matched: found.length > 0, why };
  } finally {
    opened.close();
  }
}

/** The parts of the record that the filter looked at, as far as it names any. */
function compared({ kind, text }: TailFilter, record: RecordView, t: Translate): string {
  const parts: string[] = [];
  if (kind === 'expression') {
    for (const [path, field] of namedFields(text)) {
      const value = fieldText(recordField(record, field));
      parts.push(value === undefined ? t('no {0}', path) : `${path} = ${cut(value ?? 'null')}`);
    }
    if (/\bpartition\b/.test(text)) parts.push(`partition = ${record.partition}`);
    if (/\boffset\b/.test(text)) parts.push(`offset = ${record.offset}`);
    if (/\btimestamp\b/.test(text)) parts.push(`timestamp = ${timeOf(record)}`);
  }
  const whole = kind === 'expression' ? /\bkey\b(?!\s*[.[])/.test(text) : kind !== 'header';
  if (whole) parts.push(`key = ${cut(shown(record.key()))}`);
  if (kind === 'text' || kind === 'regex') parts.push(`value = ${cut(shown(record.value()))}`);
  if (kind === 'header') {
    const names = record.headers(50).map(({ name, value }) => `${shown(name)}=${shown(value)}`);
    parts.push(names.length === 0 ? t('no headers') : cut(names.join(', ')));
  }
  return parts.join(' · ');
}

function shown(bytes: Uint8Array | null): string {
  const { kind, text } = cellOf(bytes);
  return text === '' ? kind : text;
}

function timeOf({ timestampMs }: RecordView): string {
  return timestampMs < 0 ? 'null' : new Date(timestampMs).toISOString();
}

function cut(text: string): string {
  return text.length > mostShown ? `${text.slice(0, mostShown)}…` : text;
}
