import type { RecordView } from '../../core/record/recordView.ts';

/** So many rows are looked at before others have their turn. */
const rowsAtOnce = 2_000;

/**
 * The first row behind `row` whose record has the same key, byte for byte (null is no key and equals
 * nothing); undefined where there is none among the rows that are held.
 */
export async function nextSameKey(
  store: { readonly endRow: number; record(row: number): RecordView | undefined },
  row: number,
  signal: AbortSignal,
): Promise<number | undefined> {
  const key = store.record(row)?.key() ?? undefined;
  if (key === undefined) return undefined;
  const wanted = Buffer.from(key);
  for (let at = row + 1; at < store.endRow; at++) {
    const other = store.record(at)?.key();
    if (other?.length === wanted.length && wanted.equals(other)) return at;
    if (at % rowsAtOnce === 0) {
      await new Promise(setImmediate);
      signal.throwIfAborted();
    }
  }
  return undefined;
}
