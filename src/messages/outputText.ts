import type { Cell, RecordRow } from '../protocol/tailRow.ts';
import type { NotebookOutput, NotebookTable, NotebookValue } from '../protocol/notebookOutput.ts';
import { markdownCode, markdownText } from './markdownText.ts';

/** An output as Markdown: its lines, and its tables. Nothing of a record is ever taken for Markdown. */
export function outputMarkdown(output: NotebookOutput): string {
  const { summary, message, lost, table, more } = output;
  // How many records were lost is said by the summary alone.
  const lines =
    lost === undefined || message === undefined ? [message ?? summary] : [summary, message];
  return [
    ...lines.map(markdownText),
    ...(lost === undefined ? [] : [markdownTable(lost, output)]),
    ...(table === undefined ? [] : [markdownTable(table, output)]),
    ...(more === undefined ? [] : [markdownText(more)]),
  ].join('\n\n');
}

/** An output as plain text, for readers without the renderer: the same facts, a row a line. */
export function outputPlainText(output: NotebookOutput): string {
  const { summary, message, lost, table, more } = output;
  const rows = [lost, table].flatMap((one) => (one === undefined ? [] : plainRows(one, output)));
  return [
    summary,
    ...(message === undefined ? [] : [message]),
    ...rows.map((row) => row.join('\t')),
    ...(more === undefined ? [] : [more]),
  ].join('\n');
}

function markdownTable(table: NotebookTable, output: NotebookOutput): string {
  const rows: readonly (readonly string[])[] =
    table.kind === 'records'
      ? recordRows(table.rows, output, {
          tag: (tag) => `*${markdownText(tag)}*`,
          text: markdownCode,
        })
      : [
          table.columns.map(markdownText),
          ...table.rows.map((row) => row.map((value) => markdownValue(value, output))),
        ];
  const [head = [], ...body] = rows;
  return [head, head.map(() => '---'), ...body].map((row) => `| ${row.join(' | ')} |`).join('\n');
}

function markdownValue(value: NotebookValue, { strings }: NotebookOutput): string {
  if (value === null) return `*${markdownText(strings.nullTag)}*`;
  return typeof value === 'string' && value !== '' ? markdownCode(value) : String(value);
}

function plainRows(table: NotebookTable, output: NotebookOutput): string[][] {
  const line = (text: string): string => text.replace(/\r\n|\r|\n/g, '↵').replaceAll('\t', '⇥');
  return table.kind === 'records'
    ? recordRows(table.rows, output, { tag: (tag) => `(${tag})`, text: line })
    : [
        [...table.columns],
        ...table.rows.map((row) =>
          row.map((value) =>
            value === null ? `(${output.strings.nullTag})` : line(String(value)),
          ),
        ),
      ];
}

/** How the two kinds of texts are written. */
interface Writing {
  readonly tag: (text: string) => string;
  readonly text: (text: string) => string;
}

function recordRows(
  rows: readonly RecordRow[],
  { strings }: NotebookOutput,
  writing: Writing,
): string[][] {
  const hasHeaders = rows.some(({ headerCount }) => headerCount > 0);
  const { timestamp, partition, offset, key, value, headers } = strings;
  const head = [timestamp, partition, offset, key, value, ...(hasHeaders ? [headers] : [])];
  return [
    head,
    ...rows.map((row) => [
      row.timestampMs === undefined
        ? writing.tag(strings.noTimestampTag)
        : timeText(row.timestampMs),
      String(row.partition),
      row.offset,
      cellText(row.key, strings, writing),
      cellText(row.value, strings, writing),
      ...(hasHeaders ? [row.headers === '' ? '' : writing.text(row.headers)] : []),
    ]),
  ];
}

function cellText(cell: Cell, strings: NotebookOutput['strings'], { tag, text }: Writing): string {
  const rest = cell.truncated ? '…' : '';
  switch (cell.kind) {
    case 'null':
      return tag(strings.nullTag);
    case 'tombstone':
      return tag(strings.tombstoneTag);
    case 'empty':
      return tag(strings.emptyTag);
    case 'binary':
    case 'broken': {
      const what = cell.kind === 'binary' ? strings.binaryTag : strings.brokenTag;
      return `${tag(what.replace('{0}', `${cell.sizeBytes} B`))} ${text(cell.text + rest)}`;
    }
    case 'text':
      return text(cell.text + rest);
  }
}

/** A file is read in other time zones than it was written in. */
function timeText(timestampMs: number): string {
  const date = new Date(timestampMs);
  return Number.isNaN(date.getTime()) ? String(timestampMs) : date.toISOString();
}
