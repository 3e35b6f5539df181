import { headersLine } from '../../core/serde/headersLine.ts';
import type { Translate } from '../../messages/translate.ts';
import type { NotebookTable, NotebookValue } from '../../protocol/notebookOutput.ts';
import type { RecordRow } from '../../protocol/tailRow.ts';
import type { BlockResult, ReadRecord } from '../blockResult.ts';
import { lostRow } from '../lostRow.ts';
import { dataCell } from './dataCell.ts';

const maxValue = 1_000;

/**
 * The table of a result, cut to `most` of `count` rows; undefined where there is nothing to list.
 *
 * @param newest of records the last ones are shown, not the first ones
 */
export function resultTable(
  result: BlockResult,
  newest: boolean,
  most: number,
): { readonly table: NotebookTable; readonly count: number } | undefined {
  const read = readRecords(result);
  if (read !== undefined) {
    return read.length === 0
      ? undefined
      : {
          table: {
            kind: 'records',
            rows: (newest ? read.slice(-most) : read.slice(0, most)).map(recordRow),
          },
          count: read.length,
        };
  }
  const rows: readonly NamedRow[] =
    result.rows ?? result.ranges?.map((range) => ({ ...range })) ?? writtenPlaces(result);
  const table = tableOf(rows.slice(0, most));
  return table && { table, count: rows.length };
}

/** Which records of a failed run were not surely written, by line; undefined where all were. */
export function lostTable({ lost = [] }: BlockResult, t: Translate): NotebookTable | undefined {
  return tableOf(lost.map((one) => lostRow(one, t)));
}

type NamedRow = Readonly<Record<string, NotebookValue | undefined>>;

function tableOf(rows: readonly NamedRow[]): NotebookTable | undefined {
  const columns = Object.keys(rows[0] ?? {});
  if (columns.length === 0) return undefined;
  const named = rows.map((row) => columns.map((name) => valueOf(row[name])));
  return { kind: 'rows', columns, rows: named };
}

/** The records that a CONSUMER read; undefined for anything else. */
function readRecords({ kind, records }: BlockResult): readonly ReadRecord[] | undefined {
  if (kind !== 'CONSUMER' || records === undefined) return undefined;
  return records.filter((record) => 'value' in record);
}

/** One written record is told in the summary. */
function writtenPlaces({ records = [] }: BlockResult): readonly Record<string, NotebookValue>[] {
  return records.length < 2
    ? []
    : records.map(({ topic, partition, offset }) => ({ topic, partition, offset: offset ?? null }));
}

function valueOf(value: NotebookValue | undefined): NotebookValue {
  if (value === undefined) return null;
  return typeof value === 'string' && value.length > maxValue
    ? `${value.slice(0, maxValue)}…`
    : value;
}

function recordRow({
  topic,
  partition,
  offset,
  timestamp,
  key,
  value,
  headers,
}: ReadRecord): RecordRow {
  return {
    kind: 'record',
    topic,
    partition,
    offset,
    ...(timestamp < 0 ? {} : { timestampMs: timestamp }),
    key: dataCell(key),
    value: dataCell(value, key !== null),
    headerCount: headers.length,
    headers: headersLine(
      headers.map(([name, value]) => {
        const isText = value === null || typeof value === 'string';
        return [name, isText ? value : Buffer.from(value.base64, 'base64')] as const;
      }),
    ),
  };
}
