import type { Content, RecordDetails } from '../../src/protocol/recordDetails.ts';
import type { Cell, TailRow } from '../../src/protocol/tailRow.ts';

export const stubPartitions = 6;
/** A view of one topic does not show which. */
const stubTopics = ['orders', 'users'];
const startMs = Date.UTC(2026, 10, 21, 9, 41, 7, 0);
const users = ['u-4711', 'u-4020', 'u-4903', 'u-4188', 'u-4302', 'u-4555'];

/** The record that the stub host has in a row: every kind of key and value comes round. */
export function stubRow(row: number): TailRow {
  const topic = stubTopics[row % stubTopics.length] ?? '';
  const partition = row % stubPartitions;
  const offset = String(1_000_000 + Math.floor(row / stubPartitions));
  if (row % 97 === 60) {
    const lastOffset = String(1_000_000 + Math.floor(row / stubPartitions) + 41);
    const message = 'The batch’s checksum is wrong: it was damaged on its way or on disk.';
    return { kind: 'error', topic, partition, offset, lastOffset, message };
  }
  return {
    kind: 'record',
    topic,
    partition,
    offset,
    ...(row % 41 === 40 ? {} : { timestampMs: startMs + row * 7 }),
    key: cell(keyContent(row)),
    value: cell(valueContent(row)),
    headerCount: row % 4,
    headers: row % 4 === 0 ? '' : 'traceparent=00-4bf92f3577b34da6a3ce929d0e0e4736-01',
  };
}

/** The fields of a stub record's value, as rows carry them: every third has no coupon, every other one is null. */
export function stubFields(row: number, columns: readonly string[]): Record<string, Cell | null> {
  const fields: Record<string, Cell | null> = {
    'value.order_id': cell(textContent(`90071992547${40993 + row}`)),
    'value.coupon': row % 3 === 0 ? null : cell({ ...textContent(''), kind: 'null' }),
  };
  const paths = columns.filter((path) => path.includes('.'));
  return Object.fromEntries(paths.map((path) => [path, fields[path] ?? null]));
}

export function stubDetails(row: number): RecordDetails | undefined {
  const shown = stubRow(row);
  if (shown.kind === 'error') return undefined;
  return {
    topic: shown.topic,
    partition: shown.partition,
    offset: shown.offset,
    ...(shown.timestampMs === undefined ? {} : { timestampMs: shown.timestampMs }),
    timestampType: shown.timestampMs === undefined ? 'none' : 'create',
    key: keyContent(row),
    value: valueContent(row),
    headers: [
      { name: 'traceparent', value: textContent('00-4bf92f3577b34da6a3ce929d0e0e4736-01') },
      { name: 'source', value: textContent('checkout') },
      { name: 'source', value: { ...textContent(''), kind: 'null' as const } },
    ].slice(0, shown.headerCount),
    headerCount: shown.headerCount,
    codec: 'zstd',
    producerId: '4021',
    transactional: row % 2 === 1,
  };
}

function keyContent(row: number): Content {
  if (row % 10 === 2) return { ...textContent(''), kind: 'null' };
  if (row % 10 === 7) return { ...textContent(''), kind: 'empty' };
  return textContent(users[row % users.length] ?? '');
}

function valueContent(row: number): Content {
  const kind = row % 10;
  if (kind === 2)
    return binaryContent([0, 0, 0, 0x2a, 8, 0x96, 1, 0x12, 7, 0x74, 0x65, 0x73, 0x74]);
  if (kind === 3) return { ...textContent(''), kind: 'tombstone' };
  if (kind === 5) return { ...textContent(''), kind: 'empty' };
  if (kind === 7) return textContent('Straße 日本 plain text value, a\ttab and\na second line');
  const id = `90071992547${40993 + row}`;
  return jsonContent(
    `{"order_id":${id},"user":"${users[row % users.length] ?? ''}","total":${row % 900}.90,` +
      `"items":[{"sku":"KF-12","n":2},{"sku":"KF-77","n":1}],"coupon":null,"gift":true,` +
      `"note":"<b>hostile text stays text</b>"}`,
  );
}

export function textContent(text: string): Content {
  const sizeBytes = new TextEncoder().encode(text).length;
  return { kind: 'text', text, json: false, truncated: false, sizeBytes };
}

export function jsonContent(text: string): Content {
  return { ...textContent(text), json: true };
}

export function binaryContent(bytes: readonly number[]): Content {
  const text = btoa(String.fromCharCode(...bytes));
  return { kind: 'binary', text, json: false, truncated: false, sizeBytes: bytes.length };
}

/** The same on one line, as rows have it. */
export function cell({ kind, text, sizeBytes }: Content): Cell {
  const shown =
    kind === 'binary' || kind === 'broken'
      ? Array.from(atob(text), (byte) => byte.charCodeAt(0).toString(16).padStart(2, '0')).join('')
      : text;
  return { kind, text: shown.slice(0, 512), truncated: shown.length > 512, sizeBytes };
}
