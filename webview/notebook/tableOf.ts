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

/** A table of an output under its name, its cells drawn as the tail view draws them. */
export function tableOf(
  table: NotebookTable,
  name: string,
  output: NotebookOutput,
): HTMLTableElement {
  const { strings, locale } = output;
  const made = element('table', table.kind);
  made.append(element('caption', 'sr-only', name));
  if (table.kind === 'records') {
    fillRecords(made, table.rows, output, new CellPainter(strings, new Formats(locale)));
  } else {
    fillRows(made, table.columns, table.rows, strings.nullTag);
  }
  return made;
}

const recordColumns = ['timestamp', 'partition', 'offset', 'key', 'headers', 'value'] as const;

function fillRecords(
  table: HTMLTableElement,
  rows: readonly RecordRow[],
  { strings }: NotebookOutput,
  painter: CellPainter,
): void {
  const hasHeaders = rows.some(({ headerCount }) => headerCount > 0);
  const columns = recordColumns.filter((column) => column !== 'headers' || hasHeaders);
  const isEnd = (column: string): boolean => column === 'partition' || column === 'offset';
  table.append(
    headOf(columns.map((column) => ({ title: strings[column], end: isEnd(column) }))),
    bodyOf(
      rows.map((row) =>
        columns.map((column) => {
          const cell = element('td', isEnd(column) ? 'end' : column);
          painter.paint(cell, column, row);
          return cell;
        }),
      ),
    ),
  );
}

function fillRows(
  table: HTMLTableElement,
  columns: readonly string[],
  rows: readonly (readonly NotebookValue[])[],
  nullTag: string,
): void {
  const isEnd = columns.map((_, column) =>
    rows.every((row) => row[column] === null || isNumber(row[column])),
  );
  table.append(
    headOf(columns.map((title, column) => ({ title, end: isEnd[column] === true }))),
    bodyOf(
      rows.map((row) =>
        row.map((value, column) => {
          const cell = element('td', isEnd[column] === true ? 'end' : '');
          if (value === null) cell.append(element('span', 'tag', nullTag));
          else appendVisible(cell, String(value), 'line');
          return cell;
        }),
      ),
    ),
  );
}

/** Offsets come as decimal strings. */
function isNumber(value: NotebookValue | undefined): boolean {
  return typeof value === 'number' || (typeof value === 'string' && /^-?\d+$/.test(value));
}

function headOf(
  columns: readonly { readonly title: string; readonly end: boolean }[],
): HTMLElement {
  const cells = columns.map(({ title, end }) => {
    const cell = element('th', end ? 'end' : '', title);
    cell.scope = 'col';
    return cell;
  });
  return element('thead', '', element('tr', '', ...cells));
}

function bodyOf(rows: readonly (readonly HTMLElement[])[]): HTMLElement {
  return element('tbody', '', ...rows.map((cells) => element('tr', '', ...cells)));
}
