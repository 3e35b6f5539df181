import type { RecordView } from '../../../core/record/recordView.ts';

/** So many rows are looked at before others have their turn. */
const rowsAtOnce = 5_000;

/** The first shown row whose record's timestamp lies in `[fromMs, toMs)`; undefined where there is none. */
export async function rowAtTime(
  rows: {
    readonly firstRow: number;
    readonly endRow: number;
    record(row: number): Pick<RecordView, 'timestampMs'> | undefined;
  },
  fromMs: number,
  toMs: number,
  signal: AbortSignal,
): Promise<number | undefined> {
  let looked = 0;
  for (let row = rows.firstRow; row < rows.endRow; row++) {
    if (looked++ % rowsAtOnce === 0) {
      await new Promise(setImmediate);
      signal.throwIfAborted();
    }
    const timestampMs = rows.record(row)?.timestampMs;
    if (timestampMs !== undefined && timestampMs >= fromMs && timestampMs < toMs) return row;
  }
  return undefined;
}
