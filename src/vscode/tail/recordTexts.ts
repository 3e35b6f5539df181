import type { RecordView } from '../../core/record/recordView.ts';
import { base64Of, hexOf } from '../../core/serde/binaryText.ts';
import { headerNameOf } from '../../core/serde/content.ts';
import { isJsonContainer } from '../../core/serde/jsonScan.ts';
import { readableText } from '../../core/serde/readableText.ts';
import { utf8Of } from '../../core/serde/utf8.ts';
import { prettyJson } from './prettyJson.ts';

/** A text and what an editor takes it for. */
export interface EditorText {
  readonly text: string;
  readonly extension: 'json' | 'txt' | 'hex';
}

/** A key or value for an editor: JSON laid out, text as it is, bytes as a dump; null and empty as nothing. */
export function editorText(bytes: Uint8Array | null): EditorText {
  const text = readableText(bytes ?? new Uint8Array());
  if (text === undefined) return { text: hexLines(bytes ?? new Uint8Array()), extension: 'hex' };
  return isJsonContainer(text)
    ? { text: prettyJson(text), extension: 'json' }
    : { text, extension: 'txt' };
}

/**
 * A whole record on one line, in the shape that `records: jsonl` of a PRODUCER block reads and the headless
 * runner prints. Bytes that are no UTF-8 are `{"base64":…}`; the offset keeps all its digits.
 */
export function recordJson(record: RecordView): string {
  const fields = [
    ['topic', record.topic],
    ['partition', record.partition],
    ['offset', undefined],
    ['timestamp', record.timestampMs],
    ['key', dataOf(record.key())],
    ['value', dataOf(record.value())],
    ['headers', record.headers().map(({ name, value }) => [headerNameOf(name), dataOf(value)])],
  ] as const;
  const members = fields.map(([name, value]) => {
    const text = name === 'offset' ? String(record.offset) : JSON.stringify(value);
    return `${JSON.stringify(name)}:${text}`;
  });
  return `{${members.join(',')}}`;
}

/** A whole record to read and compare: JSON laid out, a value or key that is JSON as itself. */
export function recordDocument(record: RecordView): string {
  const members = [
    `"partition":${String(record.partition)}`,
    `"offset":${String(record.offset)}`,
    `"timestamp":${record.timestampMs < 0 ? 'null' : JSON.stringify(moment(record.timestampMs))}`,
    `"key":${shownJson(record.key())}`,
    `"headers":[${record
      .headers()
      .map(({ name, value }) => `{${JSON.stringify(headerNameOf(name))}:${shownJson(value)}}`)
      .join(',')}]`,
    `"value":${shownJson(record.value())}`,
  ];
  return `${prettyJson(`{${members.join(',')}}`)}\n`;
}

function moment(timestampMs: number): string {
  const date = new Date(timestampMs);
  return Number.isNaN(date.getTime()) ? String(timestampMs) : date.toISOString();
}

function dataOf(bytes: Uint8Array | null): string | null | { readonly base64: string } {
  return bytes === null ? null : (utf8Of(bytes) ?? { base64: base64Of(bytes) });
}

function shownJson(bytes: Uint8Array | null): string {
  const text = bytes === null ? undefined : utf8Of(bytes);
  return text !== undefined && isJsonContainer(text) ? text : JSON.stringify(dataOf(bytes));
}

const bytesPerLine = 16;

function hexLines(bytes: Uint8Array): string {
  const lines: string[] = [];
  for (let at = 0; at < bytes.length; at += bytesPerLine) {
    const some = bytes.subarray(at, at + bytesPerLine);
    const hex = hexOf(some)
      .replace(/../g, '$& ')
      .padEnd(bytesPerLine * 3);
    const text = Array.from(some, (byte) =>
      byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '.',
    );
    lines.push(`${at.toString(16).padStart(8, '0')}  ${hex} ${text.join('')}`);
  }
  return lines.join('\n');
}
