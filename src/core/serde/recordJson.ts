import type { RecordView } from '../record/recordView.ts';
import { base64Of } from './binaryText.ts';
import { headerNameOf } from './content.ts';
import { utf8Of } from './utf8.ts';

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

/** Bytes in JSON: text where they are UTF-8, else `{"base64":…}`. */
export function dataOf(bytes: Uint8Array | null): string | null | { readonly base64: string } {
  return bytes === null ? null : (utf8Of(bytes) ?? { base64: base64Of(bytes) });
}
