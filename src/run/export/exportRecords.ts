import { isAbort, KafkaError } from '../../core/kafkaError.ts';
import type { RecordView } from '../../core/record/recordView.ts';
import type { RecordDecodings } from '../../core/serde/decoding.ts';
import { recordJson } from '../../core/serde/recordJson.ts';
import { csvHead, csvRow } from './csvRow.ts';
import type { ExportFormat } from './exportFormat.ts';
import { KafkaFileWriter } from './kafkaFileWriter.ts';
import { lineWriter } from './lineWriter.ts';
import type { RecordWriter } from './recordWriter.ts';

export interface ExportOptions {
  readonly path: string;
  readonly format: ExportFormat;
  /** The first line of a `.kafka` file. */
  readonly comment: string;
  /** How a CSV shows keys and values; the other formats carry their bytes. */
  readonly decodings: RecordDecodings;
  /** A CSV that is opened in a spreadsheet: nothing in it is run as a formula. */
  readonly guarded?: boolean;
  /** Called now and then. @param records written so far */
  readonly progress: (records: number) => void;
}

/** What could not be exported is counted: a damaged batch once. */
export interface ExportSummary {
  readonly records: number;
  readonly missing: number;
}

const progressEvery = 5_000;

/**
 * Writes records to a file as they come, whatever their number; an error stands for records that cannot be
 * had. Cancelled or failed, nothing of it stays on the disk.
 *
 * @throws KafkaError `fileUnwritable`, or what reading throws; AbortError where `signal` aborts
 */
export async function exportRecords(
  records: AsyncIterable<RecordView | KafkaError>,
  options: ExportOptions,
  signal: AbortSignal,
): Promise<ExportSummary> {
  const writer = await writerOf(options);
  let written = 0;
  let missing = 0;
  try {
    for await (const record of records) {
      signal.throwIfAborted();
      if (record instanceof KafkaError) {
        missing++;
        continue;
      }
      await writer.write(record);
      if (++written % progressEvery === 0) options.progress(written);
    }
    signal.throwIfAborted();
    await writer.finish();
  } catch (error) {
    await writer.abandon().catch((left: unknown) => {
      // That something stayed is only worth telling where nothing else went wrong.
      if (isAbort(error)) throw left;
    });
    throw error;
  }
  return { records: written, missing };
}

function writerOf({
  path,
  format,
  comment,
  decodings,
  guarded,
}: ExportOptions): Promise<RecordWriter> {
  switch (format) {
    case 'jsonl':
      return lineWriter(path, '', recordJson);
    case 'csv':
      return lineWriter(path, csvHead, (record) => csvRow(record, decodings, guarded));
    case 'kafka':
      return Promise.resolve(new KafkaFileWriter(path, comment));
  }
}
