import type { RecordView } from '../../core/record/recordView.ts';
import { ExportFile } from './exportFile.ts';
import type { RecordWriter } from './recordWriter.ts';

/** One file with a line, or a row, for each record. */
export async function lineWriter(
  path: string,
  head: string,
  line: (record: RecordView) => string,
): Promise<RecordWriter> {
  const file = await ExportFile.create(path);
  await file.write(head);
  return {
    write: (record) => file.write(`${line(record)}\n`),
    finish: () => file.finish(),
    abandon: () => file.abandon(),
  };
}
