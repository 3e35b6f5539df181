import { l10n } from 'vscode';
import type { RecordView } from '../../core/record/recordView.ts';
import { headerNameOf } from '../../core/serde/content.ts';
import { openScratch } from '../scratch/openScratch.ts';
import { producerBlockOf, producerFileOf } from './producerBlockOf.ts';
import type { RecordDecodings } from '../../core/serde/decoding.ts';
import type { RecordDocuments } from './recordDocuments.ts';
import { editorContent, recordDocument } from './recordTexts.ts';

/** A value above this goes into a file beside the block: a line of a megabyte is no text to edit. */
const maxBlockBytes = 512 * 1024;

/** What can be done with one record of a tail view. Each answers whether the record was still there. */
export class RecordActions {
  readonly #cluster: string;
  readonly #documents: RecordDocuments;
  readonly #record: (row: number) => RecordView | undefined;
  readonly #decodings: () => RecordDecodings;

  /** @param record the record of a row; undefined once it was dropped */
  constructor(
    cluster: string,
    documents: RecordDocuments,
    record: (row: number) => RecordView | undefined,
    decodings: () => RecordDecodings,
  ) {
    this.#cluster = cluster;
    this.#documents = documents;
    this.#record = record;
    this.#decodings = decodings;
  }

  /** Opens a key or value as a document of its own. */
  async open(row: number, part: 'key' | 'value'): Promise<boolean> {
    const record = this.#record(row);
    if (record === undefined) return false;
    const { content, extension } = editorContent(
      part === 'key' ? record.key() : record.value(),
      this.#decodings()[part],
    );
    await this.#documents.show(this.#path(record, `${part}.${extension}`), content);
    return true;
  }

  /** Shows two records in the editor's diff. */
  async compare(left: number, right: number): Promise<boolean> {
    const records = [this.#record(left), this.#record(right)] as const;
    const [before, after] = records;
    if (before === undefined || after === undefined) return false;
    const document = (record: RecordView) => ({
      path: this.#path(record, 'json'),
      text: recordDocument(record, this.#decodings()),
    });
    const title = `${before.topic}: ${place(before)} ↔ ${place(after)}`;
    await this.#documents.compare(document(before), document(after), title);
    return true;
  }

  /** Opens a `.kafka` file whose block writes the record again. */
  async produceAgain(row: number): Promise<boolean> {
    const record = this.#record(row);
    if (record === undefined) return false;
    await openScratch(producerFileOf(this.#cluster, [await this.block(record)]));
    return true;
  }

  /** The block that writes a record again; a large value goes to a file beside it. */
  async block(record: RecordView): Promise<string> {
    const { topic, partition } = record;
    const value = record.value();
    const file =
      value !== null && value.length > maxBlockBytes
        ? await this.#documents.file(`${topic}-${place(record)}.bin`, value)
        : undefined;
    const headers = record
      .headers()
      .map((header) => [headerNameOf(header.name), header.value] as const);
    const comment = l10n.t('The record at {0}[{1}]@{2}', topic, partition, String(record.offset));
    const block = { topic, partition, key: record.key(), value, headers };
    return producerBlockOf(block, comment, file);
  }

  #path(record: RecordView, ending: string): string {
    return `${this.#cluster}/${record.topic} ${place(record)}.${ending}`;
  }
}

function place(record: RecordView): string {
  return `${String(record.partition)}@${String(record.offset)}`;
}
