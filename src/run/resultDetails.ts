import type { Translate } from '../messages/translate.ts';
import type { BlockFailure, BlockResult, ProducedRange, ShownRow } from './blockResult.ts';
import { lostRow, unlistedSentence } from './lostRow.ts';
import { textTable } from './textTable.ts';

/** The whole result as plain text, for the document that *Open* shows. */
export function resultDetails(result: BlockResult, t: Translate): string {
  const error = result.error === undefined ? [] : [errorText(result.error, t)];
  return [...error, resultTables(result, t)].filter((part) => part !== '').join('\n\n');
}

/** A result without why it failed, as plain text: its plan and its tables. */
export function resultTables(result: BlockResult, t: Translate, mostRows = Infinity): string {
  const rows = detailRows(result);
  const shown = rows.slice(0, mostRows);
  const unlisted = unlistedSentence(result, t);
  const parts = [
    ...(result.plan === undefined ? [] : [result.plan]),
    ...(result.lost === undefined ? [] : [textTable(result.lost.map((one) => lostRow(one, t)))]),
    ...(unlisted === undefined ? [] : [unlisted]),
    ...(shown.length === 0 ? [] : [textTable(shown)]),
    ...(rows.length > shown.length ? [t('… and {0} more', rows.length - shown.length)] : []),
    ...(result.whereFailed === undefined ? [] : [whereSentence(result.whereFailed, t)]),
    ...(result.truncated === true ? [t('There are more records than are listed.')] : []),
  ];
  return parts.join('\n\n');
}

function errorText({ message, line }: BlockFailure, t: Translate): string {
  return line === undefined ? message : t('line {0}: {1}', line, message);
}

function whereSentence(
  { count, partition, offset, message }: NonNullable<BlockResult['whereFailed']>,
  t: Translate,
): string {
  return t(
    'The expression of “where” failed on {0} records, which count as not wanted; the first at partition {1}, offset {2}: {3}',
    count,
    partition,
    offset,
    message,
  );
}

function detailRows({ rows, records, ranges }: BlockResult): readonly ShownRow[] {
  if (rows !== undefined) {
    return rows;
  }
  if (ranges !== undefined) {
    return ranges.map(rangeRow);
  }
  return (records ?? []).map((record) => {
    const place = { topic: record.topic, partition: record.partition, offset: record.offset ?? '' };
    if (!('value' in record)) {
      return place;
    }
    const { timestamp, key, value, headers } = record;
    return {
      ...place,
      timestamp: timestamp < 0 ? '' : new Date(timestamp).toISOString(),
      key: cell(key),
      value: cell(value),
      headers: headers.length === 0 ? '' : JSON.stringify(headers),
    };
  });
}

function rangeRow({ topic, partition, firstOffset, lastOffset, count }: ProducedRange): ShownRow {
  return { topic, partition, first: firstOffset ?? '', last: lastOffset ?? '', count };
}

function cell(data: string | null | { readonly base64: string }): string | null {
  return data === null || typeof data === 'string' ? data : JSON.stringify(data);
}
