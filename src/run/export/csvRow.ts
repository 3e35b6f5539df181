import type { RecordView } from '../../core/record/recordView.ts';
import { base64Of } from '../../core/serde/binaryText.ts';
import { decodedText, type Decoding, type RecordDecodings } from '../../core/serde/decoding.ts';
import { dataOf } from '../../core/serde/recordJson.ts';
import { headerNameOf } from '../../core/serde/content.ts';
import { utf8Of } from '../../core/serde/utf8.ts';

/** The first row. */
export const csvHead = 'topic,partition,offset,timestamp,key,value,headers\n';

/**
 * A record as a row (RFC 4180): keys and values decoded as chosen, else as text, else `base64:` and their bytes.
 * null is nothing between the commas, an empty text `""`; headers are a JSON array of pairs.
 *
 * @param guarded what a spreadsheet would run as a formula gets an apostrophe before it, and is then no longer what
 *   the record has
 */
export function csvRow(record: RecordView, decodings: RecordDecodings, guarded = false): string {
  const { topic, partition, offset, timestampMs } = record;
  const headers = record.headers().map(({ name, value }) => [headerNameOf(name), dataOf(value)]);
  return [
    topic,
    String(partition),
    String(offset),
    timestampMs < 0 ? null : momentText(timestampMs),
    dataText(record.key(), decodings.key),
    dataText(record.value(), decodings.value),
    headers.length === 0 ? null : JSON.stringify(headers),
  ]
    .map((text) => field(guarded && text !== null && isFormula(text) ? `'${text}` : text))
    .join(',');
}

/** What spreadsheets take for a formula, wide forms included (OWASP: CSV Injection); a number is none. */
function isFormula(text: string): boolean {
  return /^[=+\-@\t\r\n＝＋－＠]/.test(text) && !/^[+-]?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i.test(text);
}

function field(text: string | null): string {
  if (text === null) return '';
  return text !== '' && !/[",\r\n]|^\s|\s$/.test(text) ? text : `"${text.replaceAll('"', '""')}"`;
}

function dataText(bytes: Uint8Array | null, decoding: Decoding | undefined): string | null {
  if (bytes === null) return null;
  return decodedText(bytes, decoding)?.text ?? utf8Of(bytes) ?? `base64:${base64Of(bytes)}`;
}

function momentText(timestampMs: number): string {
  const date = new Date(timestampMs);
  return Number.isNaN(date.getTime()) ? String(timestampMs) : date.toISOString();
}
