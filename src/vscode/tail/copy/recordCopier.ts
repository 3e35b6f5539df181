import { env } from 'vscode';
import type { RecordView } from '../../../core/record/recordView.ts';
import type { Translate } from '../../../messages/translate.ts';
import type { CopyAnswer, CopyRequest } from '../../../protocol/tailCopy.ts';
import { producerFileOf } from '../producerBlockOf.ts';
import type { RecordDecodings } from '../../../core/serde/decoding.ts';
import { recordJson } from '../../../core/serde/recordJson.ts';
import { cellText, tabSeparated } from './cellText.ts';
import { collectRecords } from './collectRecords.ts';
import { consoleProducerCommand } from './consoleProducerCommand.ts';
import { copySentence } from './copySentence.ts';
import { eachInTurns } from './eachInTurns.ts';
import { kcatCommands } from './kcatCommands.ts';

/** Where copied records come from, and what commands and blocks name. */
export interface CopySource {
  readonly cluster: string;
  bootstrapServers(): readonly string[];
  record(row: number): RecordView | undefined;
  /** The link that opens a record in VS Code. */
  link(record: RecordView): string;
  /** How the user wants keys and values decoded. */
  decodings(): RecordDecodings;
  /** The `.kafka` block that writes a record again. */
  block(record: RecordView): Promise<string>;
}

interface Copied {
  readonly text: string;
  readonly leftOut: number;
}

/** Puts records on the clipboard: made from their bytes, never from what a cell has room for. */
export class RecordCopier {
  readonly #source: CopySource;
  readonly #t: Translate;

  constructor(source: CopySource, t: Translate) {
    this.#source = source;
    this.#t = t;
  }

  /** Copies what is asked for, up to a limit, and says what it did. */
  async copy(request: CopyRequest, signal: AbortSignal): Promise<CopyAnswer> {
    const found = await collectRecords(request.ranges, (row) => this.#source.record(row), signal);
    const { text, leftOut } = await this.#text(request, found.records, signal);
    if (text === null) {
      return { sentence: this.#t('Nothing to copy: there is no value here at all.'), whole: false };
    }
    const count = found.records.length;
    if (count > leftOut) await env.clipboard.writeText(text);
    return copySentence({ ...found, records: count }, leftOut, this.#t, env.language);
  }

  async #text(
    { form, columns, time }: CopyRequest,
    records: readonly RecordView[],
    signal: AbortSignal,
  ): Promise<{ readonly text: string | null; readonly leftOut: number }> {
    const whole = (text: string | null) => ({ text, leftOut: 0 });
    const { cluster } = this.#source;
    const each = <Made>(make: (record: RecordView) => Made | Promise<Made>): Promise<Made[]> =>
      eachInTurns(records, make, signal);
    const [first, ...more] = records;
    switch (form) {
      case 'cells': {
        const decodings = this.#source.decodings();
        const cells = (record: RecordView) =>
          columns.map((column) => cellText(record, column, time, decodings));
        // A cell alone is itself: quotes are for what stands beside others.
        if (first && more.length === 0 && columns.length === 1) {
          return whole(cells(first)[0] ?? null);
        }
        return whole((await each((record) => tabSeparated(cells(record)))).join('\n'));
      }
      case 'json':
        return whole((await each(recordJson)).join('\n'));
      case 'block':
        return whole(producerFileOf(cluster, await each((record) => this.#source.block(record))));
      case 'kcat':
        return whole(kcatCommands(this.#source.bootstrapServers(), records));
      case 'link':
        return whole(records.map((record) => this.#source.link(record)).join('\n'));
      case 'console':
        return this.#console(records);
    }
  }

  /** A command writes to one topic. */
  #console(records: readonly RecordView[]): Copied {
    const topics = new Set(records.map(({ topic }) => topic));
    const commands = [...topics].map((topic) => {
      const some = records.filter((record) => record.topic === topic);
      return consoleProducerCommand(this.#source.bootstrapServers(), topic, some);
    });
    return {
      text: commands.map(({ text }) => text).join('\n'),
      leftOut: commands.reduce((sum, { leftOut }) => sum + leftOut, 0),
    };
  }
}
