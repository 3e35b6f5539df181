import { isBrokenText } from '../../core/serde/readableText.ts';
import type { Cell } from '../../protocol/tailRow.ts';
import type { DataText } from '../blockResult.ts';

const maxChars = 512;

/**
 * What a table shows of a key or value that was read: null, empty and binary told apart, long texts cut.
 *
 * @param tombstone it is the value of a record that has a key, so that null means "deleted"
 */
export function dataCell(data: DataText, tombstone = false): Cell {
  if (data === null) return cell(tombstone ? 'tombstone' : 'null', '', 0);
  if (typeof data === 'string') {
    return data === '' ? cell('empty', '', 0) : cell('text', data, Buffer.byteLength(data));
  }
  const bytes = Buffer.from(data.base64, 'base64');
  return cell(
    isBrokenText(bytes) ? 'broken' : 'binary',
    bytes.toString('hex', 0, maxChars),
    bytes.length,
  );
}

function cell(kind: Cell['kind'], whole: string, sizeBytes: number): Cell {
  const isCut =
    kind === 'binary' || kind === 'broken' ? sizeBytes * 2 > maxChars : whole.length > maxChars;
  return { kind, text: isCut ? firstChars(whole) : whole, truncated: isCut, sizeBytes };
}

/** One fewer where a surrogate pair would be split. */
function firstChars(text: string): string {
  const last = text.charCodeAt(maxChars - 1);
  return text.slice(0, last >= 0xd800 && last < 0xdc00 ? maxChars - 1 : maxChars);
}
