import type { RecordCursor } from '../record/recordCursor.ts';
import { equalBytes, type ByteSearch } from './byteSearch.ts';
import type { FilterTerm, RecordPart, SlowTerm } from './recordFilter.ts';

/** Whether the record that a cursor has just read is wanted. `hit`: where a text that it must hold was found. */
export type RecordTest = (cursor: RecordCursor, hit: number) => boolean;

/** Terms that compare bytes: their cost is bounded by the record's size. */
export type PlainTerm = Exclude<FilterTerm, SlowTerm>;

/** Makes the test of one plain term, or of what it excludes. */
export function plainTest(term: PlainTerm, search: ByteSearch): RecordTest {
  const encoder = new TextEncoder();
  const wanted = encoder.encode(term.text);
  switch (term.kind) {
    case 'keyEquals':
      return (cursor) =>
        cursor.keyStart >= 0 && equalBytes(cursor.bytes, cursor.keyStart, cursor.keyEnd, wanted);
    case 'headerEquals': {
      const name = encoder.encode(term.header);
      return (cursor) =>
        headersOf(cursor, name).some(
          (value) => value !== null && equalBytes(value, 0, value.length, wanted),
        );
    }
    case 'contains': {
      const name = term.header === undefined ? undefined : encoder.encode(term.header);
      const inBytes = (bytes: Uint8Array) => search(bytes, wanted, 0) >= 0;
      const { part } = term;
      return (cursor, hit) =>
        liesIn(cursor, part, hit, wanted) || somePart(cursor, part, name, inBytes);
    }
  }
}

/** Whether what was found is the wanted text, and in a part that counts: then nothing needs to be searched. */
function liesIn(cursor: RecordCursor, part: RecordPart, hit: number, wanted: Uint8Array): boolean {
  if (part === 'header') return false;
  const { bytes, keyStart, keyEnd, valueStart, valueEnd } = cursor;
  const end = hit + wanted.length;
  const within =
    (part !== 'key' && valueStart >= 0 && hit >= valueStart && end <= valueEnd) ||
    (part !== 'value' && keyStart >= 0 && hit >= keyStart && end <= keyEnd);
  return within && equalBytes(bytes, hit, end, wanted);
}

/** Whether `test` holds for one of the parts (null ones are none) that a term looks at. */
export function somePart(
  cursor: RecordCursor,
  part: RecordPart,
  header: Uint8Array | undefined,
  test: (bytes: Uint8Array) => boolean,
): boolean {
  const { bytes, keyStart, keyEnd, valueStart, valueEnd } = cursor;
  const any = part === 'any';
  if ((any || part === 'value') && valueStart >= 0 && test(bytes.subarray(valueStart, valueEnd))) {
    return true;
  }
  if ((any || part === 'key') && keyStart >= 0 && test(bytes.subarray(keyStart, keyEnd))) {
    return true;
  }
  if (!any && part !== 'header') return false;
  return headersOf(cursor, header).some((value) => value !== null && test(value));
}

/** The values of a record's headers of that name, or of all. */
function headersOf(cursor: RecordCursor, name: Uint8Array | undefined): (Uint8Array | null)[] {
  if (cursor.headerCount === 0) return [];
  return cursor
    .headers(Infinity)
    .filter((header) => name === undefined || equalBytes(header.name, 0, header.name.length, name))
    .map(({ value }) => value);
}
