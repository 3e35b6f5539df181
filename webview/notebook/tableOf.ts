import type {
  NotebookOutput,
  NotebookTable,
  NotebookValue,
} from '../../src/protocol/notebookOutput.ts';
import type { RecordRow } from '../../src/protocol/tailRow.ts';
import { appendVisible } from '../shared/appendVisible.ts';
import { element } from '../shared/element.ts';
import { Formats } from '../shared/formats.ts';
import { CellPainter } from '../tail/cells.ts';
import { SortableTable } from './sortableTable.ts';
import type { SortValue } from './sortedPlaces.ts';

/** A table of an output under its name, its cells drawn as the tail view draws them. */
export function tableOf(table: NotebookTable, name: string, output: NotebookOutput): SortableTable {
  const { strings, locale } = output;
  const made = element('table', table.kind);
  made.append(element('caption', 'sr-only', name));
  return table.kind === 'records'
    ? recordsTable(made, table.rows, output, new CellPainter(strings, new Formats(locale)))
    : rowsTable(made, table.columns, table.rows, output);
}

const recordColumns = ['timestamp', 'partition', 'offset', 'key', 'headers', 'value'] as const;

function recordsTable(
  table: HTMLTableElement,
  rows: readonly RecordRow[],
  { strings, locale }: NotebookOutput,
  painter: CellPainter,
): SortableTable {
  const hasHeaders = rows.some(({ headerCount }) => headerCount > 0);
  const columns = recordColumns.filter((column) => column !== 'headers' || hasHeaders);
  const isEnd = (column: string): boolean => column === 'partition' || column === 'offset';
  return new SortableTable(
    table,
    columns.map((column) => ({
      title: strings[column],
      end: isEnd(column),
      values: () => rows.map((row) => recordValue(row, column)),
    })),
    rows.map((row) =>
      columns.map((column) => {
        const cell = element('td', isEnd(column) ? 'end' : column);
        painter.paint(cell, column, row);
        return cell;
      }),
    ),
    locale,
  );
}

function recordValue(row: RecordRow, column: (typeof recordColumns)[number]): SortValue {
  switch (column) {
    case 'timestamp':
      return row.timestampMs ?? null;
    case 'partition':
      return row.partition;
    case 'offset':
      return BigInt(row.offset);
    case 'headers':
      return row.headerCount === 0 ? null : row.headers;
    case 'key':
    case 'value': {
      const { kind, text } = row[column];
      return kind === 'null' || kind === 'tombstone' ? null : text;
    }
  }
}

function rowsTable(
  table: HTMLTableElement,
  columns: readonly string[],
  rows: readonly (readonly NotebookValue[])[],
  { strings, locale }: NotebookOutput,
): SortableTable {
  const isEnd = columns.map((_, column) =>
    rows.every((row) => row[column] === null || isNumber(row[column])),
  );
  return new SortableTable(
    table,
    columns.map((title, column) => ({
      title,
      end: isEnd[column] === true,
      values: () => rows.map((row) => sortValue(row[column] ?? null)),
    })),
    rows.map((row) =>
      row.map((value, column) => {
        const cell = element('td', isEnd[column] === true ? 'end' : '');
        if (value === null) cell.append(element('span', 'tag', strings.nullTag));
        else appendVisible(cell, String(value), 'line');
        return cell;
      }),
    ),
    locale,
  );
}

function sortValue(value: NotebookValue): SortValue {
  return typeof value === 'string' && isNumber(value) ? BigInt(value) : value;
}

/** Offsets come as decimal strings. */
function isNumber(value: NotebookValue | undefined): boolean {
  return typeof value === 'number' || (typeof value === 'string' && /^-?\d+$/.test(value));
}
