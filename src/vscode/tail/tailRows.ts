import type { RecordStore, StoreRow } from '../../core/record/recordStore.ts';
import type { RecordView } from '../../core/record/recordView.ts';
import { cellOf } from '../../core/serde/cell.ts';
import { headersLine } from '../../core/serde/headersLine.ts';
import { readableText } from '../../core/serde/readableText.ts';
import { contentOf, headerNameOf } from '../../core/serde/content.ts';
import type { RecordDecodings } from '../../core/serde/decoding.ts';
import { utf8Prefix } from '../../core/serde/utf8.ts';
import type { Translate } from '../../messages/translate.ts';
import { toUserError } from '../../messages/userError.ts';
import { fieldCells } from './fields/fieldCell.ts';
import type { ShownRows } from './rows/shownRows.ts';
import type { RecordDetails } from '../../protocol/recordDetails.ts';
import type { ErrorRow, RecordRow, TailRow } from '../../protocol/tailRow.ts';

const maxHeaders = 10_000;
/** Of a row's headers so many are shown, of each so much is looked at. */
const shownHeaders = 8;
const maxHeaderBytes = 256;
const decoder = new TextDecoder();

/** What the user chose to see of each record. */
export interface ShownParts {
  /** The paths of the fields that have a column. */
  readonly fields: readonly string[];
  readonly decodings: RecordDecodings;
}

/** Rows `first` … of those that are shown, as the page draws them: decoded here, when they are looked at. */
export function tailRows(
  shown: ShownRows,
  store: RecordStore,
  first: number,
  count: number,
  parts: ShownParts,
  t: Translate,
): { readonly first: number; readonly rows: TailRow[] } {
  const from = Math.max(first, shown.firstRow);
  const to = Math.min(first + count, shown.endRow);
  const rows: TailRow[] = [];
  for (let row = from; row < to; row++) {
    const at = shown.stored(row);
    const stored = at === undefined ? undefined : store.row(at);
    rows.push(stored === undefined ? goneRow(t) : tailRow(stored, parts, t));
  }
  return { first: from, rows };
}

/** A sorted view keeps the place of a record that had to leave since. */
function goneRow(t: Translate): ErrorRow {
  const message = t('This record is no longer held: newer ones needed its memory.');
  return { kind: 'error', topic: '', partition: -1, offset: '', lastOffset: '', message };
}

function tailRow(stored: StoreRow, shown: ShownParts, t: Translate): TailRow {
  return stored.kind === 'record' ? recordRow(stored.record, shown) : errorRow(stored, t);
}

function errorRow(stored: Extract<StoreRow, { kind: 'error' }>, t: Translate): ErrorRow {
  const { batch, error } = stored;
  return {
    kind: 'error',
    topic: batch.topic,
    partition: batch.partition,
    offset: String(batch.baseOffset),
    lastOffset: String(batch.lastOffset),
    message: toUserError(error, t).text,
  };
}

function recordRow(record: RecordView, { fields, decodings }: ShownParts): RecordRow {
  const key = record.key();
  return {
    kind: 'record',
    topic: record.topic,
    partition: record.partition,
    offset: String(record.offset),
    ...timestampOf(record),
    key: cellOf(key, { decoding: decodings.key }),
    value: cellOf(record.value(), { tombstone: key !== null, decoding: decodings.value }),
    headerCount: record.headerCount,
    headers: firstHeaders(record),
    ...(fields.length > 0 && { fields: fieldCells(record, fields) }),
  };
}

/** The first headers on one line, for a glance. */
function firstHeaders(record: RecordView): string {
  if (record.headerCount === 0) return '';
  const shown = record.headers(shownHeaders).map(({ name, value }) => {
    const text = value && (readableText(utf8Prefix(value, maxHeaderBytes)) ?? value);
    return [decoder.decode(name.subarray(0, maxHeaderBytes)), text] as const;
  });
  return headersLine(shown, record.headerCount > shownHeaders);
}

function timestampOf(record: RecordView): { timestampMs?: number } {
  return record.timestampMs < 0 ? {} : { timestampMs: record.timestampMs };
}

/** Everything about one record: keys and values up to 1 MiB, the first 10,000 headers. */
export function recordDetails(record: RecordView, decodings: RecordDecodings): RecordDetails {
  const { batch } = record;
  const key = record.key();
  return {
    topic: record.topic,
    partition: record.partition,
    offset: String(record.offset),
    ...timestampOf(record),
    timestampType: record.timestampMs < 0 ? 'none' : batch.timestampType,
    key: contentOf(key, { decoding: decodings.key }),
    value: contentOf(record.value(), { tombstone: key !== null, decoding: decodings.value }),
    headers: record.headers(maxHeaders).map(({ name, value }) => ({
      name: headerNameOf(name),
      value: contentOf(value, { decoding: decodings.header }),
    })),
    headerCount: record.headerCount,
    codec: batch.codec,
    ...(batch.producerId === undefined ? {} : { producerId: String(batch.producerId) }),
    ...(batch.producerEpoch === undefined ? {} : { producerEpoch: batch.producerEpoch }),
    transactional: batch.transactional,
  };
}
