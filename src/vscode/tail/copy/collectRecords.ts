import type { RecordView } from '../../../core/record/recordView.ts';
import type { RowRange } from '../../../protocol/tailCopy.ts';

/** More than this is an export, not something to paste. */
export const maxCopiedRecords = 10_000;
export const maxCopiedBytes = 16 * 1024 * 1024;

/** So many rows are looked at before others have their turn. */
const rowsAtOnce = 1_000;

/** The records of some rows, and what could not be taken. */
export interface CollectedRecords {
  readonly records: readonly RecordView[];
  /** Rows that were asked for. */
  readonly asked: number;
  /** Rows behind the limit. */
  readonly left: number;
  /** Rows whose record was dropped meanwhile or cannot be read. */
  readonly missing: number;
}

/** Takes the records of rows, in order, until there are as many as a copy may hold; at least one. */
export async function collectRecords(
  ranges: readonly RowRange[],
  record: (row: number) => RecordView | undefined,
  signal: AbortSignal,
): Promise<CollectedRecords> {
  const asked = ranges.reduce((sum, { first, end }) => sum + end - first, 0);
  const records: RecordView[] = [];
  let looked = 0;
  let bytes = 0;
  const result = (): CollectedRecords => ({
    records,
    asked,
    left: asked - looked,
    missing: looked - records.length,
  });
  for (const { first, end } of ranges) {
    for (let row = first; row < end; row++) {
      const found = record(row);
      if (found !== undefined) {
        bytes += sizeOf(found);
        const full = records.length === maxCopiedRecords || bytes > maxCopiedBytes;
        if (full && records.length > 0) return result();
        records.push(found);
      }
      if (++looked % rowsAtOnce === 0) {
        await new Promise(setImmediate);
        signal.throwIfAborted();
      }
    }
  }
  return result();
}

function sizeOf(record: RecordView): number {
  return (record.key()?.length ?? 0) + (record.value()?.length ?? 0);
}
