import { basename, dirname, join } from 'node:path';
import { access } from 'node:fs/promises';
import type { RecordView } from '../../core/record/recordView.ts';
import { recordJson } from '../../core/serde/recordJson.ts';
import { ExportFile } from './exportFile.ts';
import type { RecordWriter } from './recordWriter.ts';

/** An editor still takes a file with so many characters of records well; more lie in files beside it. */
export const maxInlineChars = 4 * 1024 * 1024;

/** An editor changes or hides these: control characters, other line ends, byte order marks. */
const uneditable = /[\x7f-\x9f\u2028\u2029\ufeff]/g;

/**
 * A `.kafka` file with a PRODUCER block for each topic that writes the records again, byte for byte, to the
 * same partitions with the same timestamps. Many records lie in a `.jsonl` file beside it that the block names.
 *
 * @param comment stands at the top; one line
 */
export class KafkaFileWriter implements RecordWriter {
  readonly #path: string;
  readonly #comment: string;
  readonly #maxInline: number;
  readonly #topics = new Map<string, TopicRecords>();

  constructor(path: string, comment: string, maxInline = maxInlineChars) {
    this.#path = path;
    this.#comment = comment;
    this.#maxInline = maxInline;
  }

  async write(record: RecordView): Promise<void> {
    let topic = this.#topics.get(record.topic);
    if (topic === undefined) {
      this.#topics.set(record.topic, (topic = { inline: [], chars: 0, beside: undefined }));
    }
    const line = editable(recordJson(record));
    topic.chars += line.length + 1;
    if (topic.beside === undefined && topic.chars > this.#maxInline) {
      topic.beside = await ExportFile.create(await this.#freePath(record.topic));
      await topic.beside.write(topic.inline.map((each) => `${each}\n`).join(''));
      topic.inline = [];
    }
    if (topic.beside === undefined) topic.inline.push(line);
    else await topic.beside.write(`${line}\n`);
  }

  async finish(): Promise<void> {
    const file = await ExportFile.create(this.#path);
    try {
      await file.write(`-- ${this.#comment}\n`);
      for (const [topic, { inline, beside }] of this.#topics) {
        const shape = beside === undefined ? 'jsonl' : `jsonl file("${basename(beside.path)}")`;
        const lines = ['', 'PRODUCER', `topic: ${topic}`, 'template: off', `records: ${shape}`];
        await file.write([...lines, ...inline, '###', ''].join('\n'));
      }
      for (const { beside } of this.#topics.values()) await beside?.finish();
      await file.finish();
    } catch (error) {
      await file.abandon();
      throw error;
    }
  }

  async abandon(): Promise<void> {
    for (const { beside } of this.#topics.values()) await beside?.abandon();
  }

  /** Nobody was asked whether a file of that name may be replaced. */
  async #freePath(topic: string): Promise<string> {
    const stem = basename(this.#path).replace(/\.kafka$/, '');
    const name = stem === topic ? stem : `${stem}.${topic}`;
    for (let count = 1; ; count++) {
      const path = join(dirname(this.#path), `${name}${count === 1 ? '' : `-${count}`}.jsonl`);
      const isFree = await access(path).then(
        () => false,
        () => true,
      );
      if (isFree) return path;
    }
  }
}

interface TopicRecords {
  inline: string[];
  chars: number;
  beside: ExportFile | undefined;
}

function editable(json: string): string {
  return json.replace(
    uneditable,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
