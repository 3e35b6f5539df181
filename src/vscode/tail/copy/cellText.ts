import { parseFieldPath } from '../../../core/field/fieldPath.ts';
import { fieldText, recordField } from '../../../core/field/recordField.ts';
import type { RecordView } from '../../../core/record/recordView.ts';
import { base64Of } from '../../../core/serde/binaryText.ts';
import { decodedText, type Decoding, type RecordDecodings } from '../../../core/serde/decoding.ts';
import { headerNameOf } from '../../../core/serde/content.ts';
import { utf8Of } from '../../../core/serde/utf8.ts';
import type { TimeStyle } from '../../../protocol/tailLook.ts';

/**
 * What one column of a record holds, in full: text, null, or undefined where the record has no such thing. A
 * key or value is decoded as the user chose, or else UTF-8, or else its bytes as base64; headers are a JSON array of pairs.
 */
export function cellText(
  record: RecordView,
  column: string,
  time: TimeStyle,
  decodings: RecordDecodings = {},
): string | null | undefined {
  switch (column) {
    case 'timestamp':
      return record.timestampMs < 0 ? undefined : timeText(record.timestamp, time);
    case 'topic':
      return record.topic;
    case 'partition':
      return String(record.partition);
    case 'offset':
      return String(record.offset);
    case 'key':
      return dataText(record.key(), decodings.key);
    case 'value':
      return dataText(record.value(), decodings.value);
    case 'headers':
      return JSON.stringify(
        record.headers().map(({ name, value }) => [headerNameOf(name), dataText(value)]),
      );
    case 'size':
      return String((record.key()?.length ?? 0) + (record.value()?.length ?? 0));
    default: {
      const path = parseFieldPath(column);
      return path && fieldText(recordField(record, path, Infinity));
    }
  }
}

/**
 * Cells of one row with tabs between them, as a spreadsheet takes them: a text with tabs or line ends, or one
 * that would be read as something else, stands in quotes. null is the bare word, an empty text `""`, and
 * nothing at all is nothing.
 */
export function tabSeparated(cells: readonly (string | null | undefined)[]): string {
  return cells.map((cell) => (cell === null ? 'null' : quoted(cell))).join('\t');
}

function quoted(text: string | undefined): string {
  if (text === undefined) return '';
  const plain = text !== '' && text !== 'null' && !text.startsWith('"') && !/[\t\r\n]/.test(text);
  return plain ? text : `"${text.replaceAll('"', '""')}"`;
}

function dataText(bytes: Uint8Array | null, decoding?: Decoding): string | null {
  if (bytes === null) return null;
  return decodedText(bytes, decoding)?.text ?? utf8Of(bytes) ?? base64Of(bytes);
}

/** ISO 8601 with its zone, so that it means the same elsewhere; or milliseconds since 1970. */
function timeText(timestamp: bigint, style: TimeStyle): string {
  const date = new Date(Number(timestamp));
  if (style === 'epoch' || Number.isNaN(date.getTime())) return String(timestamp);
  if (style === 'utc') return date.toISOString();
  const minutes = -date.getTimezoneOffset();
  const shifted = new Date(date.getTime() + minutes * 60_000).toISOString().slice(0, -1);
  const two = (value: number): string => String(value).padStart(2, '0');
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  return `${shifted}${minutes < 0 ? '-' : '+'}${two(hours)}:${two(rest)}`;
}
