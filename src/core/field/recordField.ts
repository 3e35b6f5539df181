import type { RecordHeader } from '../record/recordHeader.ts';
import { base64Of } from '../serde/binaryText.ts';
import { utf8Of } from '../serde/utf8.ts';
import type { FieldPath } from './fieldPath.ts';
import { jsonField } from './jsonField.ts';

/** The parts of a record in which fields are. */
export interface FieldSource {
  key(): Uint8Array | null;
  value(): Uint8Array | null;
  headers(): readonly RecordHeader[];
}

/**
 * What a field holds: bytes of a header, or the exact text of a JSON value. `tooLarge`: nobody
 * has looked.
 */
export type RecordField =
  | { readonly kind: 'header'; readonly values: readonly (Uint8Array | null)[] }
  | { readonly kind: 'json'; readonly text: string }
  | { readonly kind: 'tooLarge' };

/** Keys and values of more bytes are not searched for a column: it costs that for each row on screen. */
const maxShownBytes = 1024 * 1024;

/**
 * One field of a record; undefined where the record has none.
 *
 * @param maxBytes what may be searched at most
 */
export function recordField(
  record: FieldSource,
  path: FieldPath,
  maxBytes = maxShownBytes,
): RecordField | undefined {
  if (path.root === 'header') {
    const name = new TextEncoder().encode(path.name);
    const values = record
      .headers()
      .filter((header) => sameBytes(header.name, name))
      .map(({ value }) => value);
    return values.length === 0 ? undefined : { kind: 'header', values };
  }
  const bytes = path.root === 'key' ? record.key() : record.value();
  if (bytes === null || !opensJson(bytes)) return undefined;
  if (bytes.length > maxBytes) return { kind: 'tooLarge' };
  const text = utf8Of(bytes);
  const found = text === undefined ? undefined : jsonField(text, path.steps);
  return found === undefined ? undefined : { kind: 'json', text: found };
}

/**
 * A field as a text to copy: a JSON text without its quotes, everything else as it stands; several headers
 * of one name as a JSON array. null for null, undefined where there is no such field.
 */
export function fieldText(field: RecordField | undefined): string | null | undefined {
  switch (field?.kind) {
    case undefined:
    case 'tooLarge':
      return undefined;
    case 'json':
      return jsonText(field.text);
    case 'header': {
      const texts = field.values.map((value) => value && (utf8Of(value) ?? base64Of(value)));
      return texts.length === 1 ? texts[0] : JSON.stringify(texts);
    }
  }
}

/** The text of a JSON string, null for null, and every other value as it is written. */
export function jsonText(raw: string): string | null {
  if (raw === 'null') return null;
  if (!raw.startsWith('"')) return raw;
  try {
    return JSON.parse(raw) as string;
  } catch {
    return raw;
  }
}

function opensJson(bytes: Uint8Array): boolean {
  const first = bytes.find((byte) => byte > 0x20);
  return first === 0x7b || first === 0x5b;
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, at) => byte === b[at]);
}
