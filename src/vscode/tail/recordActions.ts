import { env, l10n } from 'vscode';
import type { RecordView } from '../../core/record/recordView.ts';
import { base64Of } from '../../core/serde/binaryText.ts';
import { headerNameOf } from '../../core/serde/content.ts';
import { utf8Of } from '../../core/serde/utf8.ts';
import type { CopiedPart } from '../../protocol/tail.ts';
import { openScratch } from '../scratch/openScratch.ts';
import { kcatCommand } from './kcatCommand.ts';
import { producerBlockOf } from './producerBlockOf.ts';
import type { RecordDocuments } from './recordDocuments.ts';
import { editorText, recordDocument, recordJson } from './recordTexts.ts';

/** A value above this goes into a file beside the block: a line of a megabyte is no text to edit. */
const maxBlockBytes = 512 * 1024;

/** What can be done with one record of a tail view. Each answers whether the record was still there. */
export class RecordActions {
  readonly #cluster: string;
  readonly #documents: RecordDocuments;
  readonly #record: (row: number) => RecordView | undefined;
  readonly #bootstrapServers: () => readonly string[];

  /** @param record the record of a row; undefined once it was dropped */
  constructor(
    cluster: string,
    documents: RecordDocuments,
    record: (row: number) => RecordView | undefined,
    bootstrapServers: () => readonly string[],
  ) {
    this.#cluster = cluster;
    this.#documents = documents;
    this.#record = record;
    this.#bootstrapServers = bootstrapServers;
  }

  /** Puts a part of a record, in full, on the clipboard. */
  async copy(row: number, part: CopiedPart): Promise<boolean> {
    const record = this.#record(row);
    if (record === undefined) return false;
    const text = await this.#copied(record, part);
    if (text !== undefined) await env.clipboard.writeText(text);
    return true;
  }

  async #copied(record: RecordView, part: CopiedPart): Promise<string | undefined> {
    switch (part) {
      case 'key':
        return textOf(record.key());
      case 'value':
        return textOf(record.value());
      case 'json':
        return recordJson(record);
      case 'block':
        return this.#block(record);
      case 'kcat':
        return kcatCommand(this.#bootstrapServers(), record);
    }
  }

  /** Opens a key or value as a document of its own. */
  async open(row: number, part: 'key' | 'value'): Promise<boolean> {
    const record = this.#record(row);
    if (record === undefined) return false;
    const { text, extension } = editorText(part === 'key' ? record.key() : record.value());
    await this.#documents.show(this.#path(record, `${part}.${extension}`), text);
    return true;
  }

  /** Shows two records in the editor's diff. */
  async compare(left: number, right: number): Promise<boolean> {
    const records = [this.#record(left), this.#record(right)] as const;
    const [before, after] = records;
    if (before === undefined || after === undefined) return false;
    const document = (record: RecordView) => ({
      path: this.#path(record, 'json'),
      text: recordDocument(record),
    });
    const title = `${before.topic}: ${place(before)} ↔ ${place(after)}`;
    await this.#documents.compare(document(before), document(after), title);
    return true;
  }

  /** Opens a `.kafka` file whose block writes the record again. */
  async produceAgain(row: number): Promise<boolean> {
    const record = this.#record(row);
    if (record === undefined) return false;
    await openScratch(await this.#block(record));
    return true;
  }

  async #block(record: RecordView): Promise<string> {
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
    return producerBlockOf(this.#cluster, block, comment, file);
  }

  #path(record: RecordView, ending: string): string {
    return `${this.#cluster}/${record.topic} ${place(record)}.${ending}`;
  }
}

function place(record: RecordView): string {
  return `${String(record.partition)}@${String(record.offset)}`;
}

function textOf(bytes: Uint8Array | null): string | undefined {
  return bytes === null ? undefined : (utf8Of(bytes) ?? base64Of(bytes));
}
