import type { RecordView } from '../../core/record/recordView.ts';
import type { PlainFilter } from '../../protocol/tailPlan.ts';

/** So many rows are looked at before others have their turn. */
const rowsAtOnce = 2_000;

/** The rows to search in. */
export interface Rows {
  readonly firstRow: number;
  readonly endRow: number;
  record(row: number): RecordView | undefined;
}

/**
 * The nearest row from `row` on (or back from it), itself included, for whose record `filter` holds; undefined where there is none
 * among the rows that are held. The same as what a scan of the topic would keep.
 */
export async function findRow(
  rows: Rows,
  filter: PlainFilter,
  from: { readonly row: number; readonly backwards: boolean },
  signal: AbortSignal,
): Promise<number | undefined> {
  if (filter.text === '') return undefined;
  const matches = testOf(filter);
  const step = from.backwards ? -1 : 1;
  let looked = 0;
  for (let row = from.row; row >= rows.firstRow && row < rows.endRow; row += step) {
    const record = rows.record(row);
    if (record !== undefined && matches(record)) return row;
    if (++looked % rowsAtOnce === 0) {
      await new Promise(setImmediate);
      signal.throwIfAborted();
    }
  }
  return undefined;
}

function testOf({ kind, text }: PlainFilter): (record: RecordView) => boolean {
  const wanted = Buffer.from(text);
  const holds = (bytes: Uint8Array | null): boolean =>
    bytes !== null && bufferOf(bytes).includes(wanted);
  switch (kind) {
    case 'key':
      return (record) => equals(record.key(), wanted);
    case 'header': {
      const at = text.indexOf('=');
      if (at < 0) return (record) => record.headers().some(({ value }) => holds(value));
      const name = Buffer.from(text.slice(0, at).trim());
      const value = Buffer.from(text.slice(at + 1).trim());
      return (record) =>
        record.headers().some((each) => equals(each.name, name) && equals(each.value, value));
    }
    case 'text':
      return (record) =>
        holds(record.value()) ||
        holds(record.key()) ||
        (record.headerCount > 0 && record.headers().some(({ value }) => holds(value)));
  }
}

function equals(bytes: Uint8Array | null, wanted: Buffer): boolean {
  return bytes?.length === wanted.length && wanted.equals(bytes);
}

function bufferOf(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
