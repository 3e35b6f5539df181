import type { RecordView } from '../../core/record/recordView.ts';
import { headerNameOf } from '../../core/serde/content.ts';
import type { Decoded } from '../../core/serde/decoder.ts';
import { decodedText, type Decoding, type RecordDecodings } from '../../core/serde/decoding.ts';
import { bytesPerLine, hexLine } from '../../core/serde/hexLine.ts';
import { isJsonContainer } from '../../core/serde/jsonScan.ts';
import { prettyXml } from '../../core/serde/prettyXml.ts';
import { readableText } from '../../core/serde/readableText.ts';
import { dataOf } from '../../core/serde/recordJson.ts';
import { utf8Of } from '../../core/serde/utf8.ts';
import { prettyJson } from './prettyJson.ts';

/** What an editor is to show, and what it takes it for. */
export interface EditorContent {
  readonly content: string | Uint8Array;
  readonly extension: 'json' | 'xml' | 'txt' | 'hex' | 'bin';
}

/** More is not laid out: that takes a tenth of a second for each megabyte, while everything else waits. */
export const maxLaidOut = 4 * 1024 * 1024;

/**
 * A key or value for an editor: decoded as chosen or as what it looks like; JSON and XML laid out, text as it
 * is, bytes as a dump; null and empty as nothing. What is very large is left as it is, bytes as bytes.
 */
export function editorContent(part: Uint8Array | null, decoding?: Decoding): EditorContent {
  const bytes = part ?? new Uint8Array();
  const { language, text } = decodedText(bytes, decoding) ?? looksLike(bytes);
  const isLarge = (language === 'bytes' ? bytes : text).length > maxLaidOut;
  switch (language) {
    case 'bytes':
      if (isLarge) return { content: bytes, extension: 'bin' };
      return { content: hexLines(bytes), extension: 'hex' };
    case 'xml':
      return { content: isLarge ? text : prettyXml(text), extension: 'xml' };
    case 'json':
      return { content: isLarge ? text : prettyJson(text), extension: 'json' };
    case 'plain':
      return { content: text, extension: 'txt' };
  }
}

function looksLike(bytes: Uint8Array): Pick<Decoded, 'language' | 'text'> {
  const text = readableText(bytes);
  if (text === undefined) return { language: 'bytes', text: '' };
  return { language: isJsonContainer(text) ? 'json' : 'plain', text };
}

/**
 * A whole record to read and compare: JSON laid out, a key or value decoded as chosen, and as itself where it is JSON.
 */
export function recordDocument(record: RecordView, decodings: RecordDecodings = {}): string {
  const members = [
    `"partition":${String(record.partition)}`,
    `"offset":${String(record.offset)}`,
    `"timestamp":${record.timestampMs < 0 ? 'null' : JSON.stringify(moment(record.timestampMs))}`,
    `"key":${shownJson(record.key(), decodings.key)}`,
    `"headers":[${record
      .headers()
      .map(({ name, value }) => `{${JSON.stringify(headerNameOf(name))}:${shownJson(value)}}`)
      .join(',')}]`,
    `"value":${shownJson(record.value(), decodings.value)}`,
  ];
  const text = `{${members.join(',')}}`;
  return `${text.length > maxLaidOut ? text : prettyJson(text)}\n`;
}

function moment(timestampMs: number): string {
  const date = new Date(timestampMs);
  return Number.isNaN(date.getTime()) ? String(timestampMs) : date.toISOString();
}

function shownJson(bytes: Uint8Array | null, decoding?: Decoding): string {
  const decoded = bytes === null ? undefined : decodedText(bytes, decoding);
  if (decoded) return decoded.language === 'json' ? decoded.text : JSON.stringify(decoded.text);
  const text = bytes === null ? undefined : utf8Of(bytes);
  return text !== undefined && isJsonContainer(text) ? text : JSON.stringify(dataOf(bytes));
}

function hexLines(bytes: Uint8Array): string {
  const count = Math.ceil(bytes.length / bytesPerLine);
  return Array.from({ length: count }, (_, line) => hexLine(bytes, line * bytesPerLine)).join('\n');
}
