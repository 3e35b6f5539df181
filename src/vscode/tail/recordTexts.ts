import type { RecordView } from '../../core/record/recordView.ts';
import { hexOf } from '../../core/serde/binaryText.ts';
import { headerNameOf } from '../../core/serde/content.ts';
import { decodedText, type Decoding } from '../../core/serde/decoding.ts';
import { isJsonContainer } from '../../core/serde/jsonScan.ts';
import { prettyXml } from '../../core/serde/prettyXml.ts';
import { readableText } from '../../core/serde/readableText.ts';
import { dataOf } from '../../core/serde/recordJson.ts';
import { utf8Of } from '../../core/serde/utf8.ts';
import { prettyJson } from './prettyJson.ts';

/** A text and what an editor takes it for. */
export interface EditorText {
  readonly text: string;
  readonly extension: 'json' | 'xml' | 'txt' | 'hex';
}

/**
 * A key or value for an editor: decoded as chosen or as what it looks like; JSON and XML laid out, text as it
 * is, bytes as a dump; null and empty as nothing.
 */
export function editorText(bytes: Uint8Array | null, decoding?: Decoding): EditorText {
  const decoded = decodedText(bytes ?? new Uint8Array(), decoding);
  if (decoded !== undefined && decoded.language !== 'bytes') {
    const { language } = decoded;
    if (language === 'xml') return { text: prettyXml(decoded.text), extension: 'xml' };
    if (language === 'json') return { text: prettyJson(decoded.text), extension: 'json' };
    return { text: decoded.text, extension: 'txt' };
  }
  if (decoded !== undefined) return { text: hexLines(bytes ?? new Uint8Array()), extension: 'hex' };
  const text = readableText(bytes ?? new Uint8Array());
  if (text === undefined) return { text: hexLines(bytes ?? new Uint8Array()), extension: 'hex' };
  return isJsonContainer(text)
    ? { text: prettyJson(text), extension: 'json' }
    : { text, extension: 'txt' };
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
