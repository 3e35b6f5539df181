import type { RecordView } from '../../core/record/recordView.ts';

/** Writes records in one format, to as many files as that takes. */
export interface RecordWriter {
  write(record: RecordView): Promise<void>;
  /** Every file gets its name. */
  finish(): Promise<void>;
  /** Nothing that was written stays. */
  abandon(): Promise<void>;
}
