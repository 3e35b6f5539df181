import { findProperty } from '../../core/scratch/findProperty.ts';
import { producerProperties as specs } from '../../core/scratch/properties/producerProperties.ts';
import type { PropertySpec } from '../../core/scratch/properties/propertySpec.ts';
import { renderTemplate } from '../../core/scratch/template/renderTemplate.ts';
import { compileTemplate, type Template } from '../../core/scratch/template/template.ts';
import { momentMs } from '../../core/scratch/values/time.ts';
import type { RecordToProduce } from '../../kafka/produce/recordToProduce.ts';
import type { DataText } from '../blockResult.ts';
import type { PropertyReader } from '../propertyReader.ts';
import type { RecordScope } from '../runScope.ts';
import { placed, withPlace } from '../withPlace.ts';
import { encodeData } from './encodeData.ts';
import type { ProducerSettings } from './producerSettings.ts';
import type { FillIn, RecordMaker, RecordText } from './recordText.ts';

type Headers = NonNullable<RecordToProduce['headers']>;

const encoder = new TextEncoder();
const noHeaders: Headers = [];
const asItIs: FillIn = (text) => text;
/** Enough for a block's own texts; a file of a million different lines does not stay in memory. */
const mostTemplates = 1000;

/** Makes bytes of a block's records: what a record does not say itself, the block's properties say. */
export class RecordEncoder {
  readonly #reader: PropertyReader;
  readonly #settings: ProducerSettings;
  readonly #templates = new Map<string, Template>();
  /** Texts of the body are filled in; those of a file stand as they are. */
  readonly #fillBody: boolean;
  /** What the block does not have is not asked for a million times. */
  readonly #has: (spec: PropertySpec) => boolean;
  /** False where no record depends on its number or its moment: one scope then serves all. */
  readonly needsScopes: boolean;

  constructor(reader: PropertyReader, settings: ProducerSettings, fromFile: boolean) {
    this.#reader = reader;
    this.#settings = settings;
    this.#fillBody = settings.templates && !fromFile;
    const names = new Set(reader.block.properties.map(({ name }) => name));
    this.#has = ({ name }) => names.has(name);
    const filledIn = reader.block.properties.some(({ text }) => text.includes('{{'));
    this.needsScopes = this.#fillBody || filledIn || this.#has(specs.timestamp);
  }

  /** The record that `maker` makes in this scope. Throws a ProblemError with the place to blame. */
  encode(maker: RecordMaker, scope: RecordScope): RecordToProduce {
    try {
      return this.#encode(maker, scope);
    } catch (error) {
      throw placed(error, this.#reader.block.body?.range);
    }
  }

  #encode(maker: RecordMaker, scope: RecordScope): RecordToProduce {
    const { keyFormat, valueFormat } = this.#settings;
    const record = maker.make(this.#fillBody ? (text) => this.#fill(text, scope) : asItIs);
    const { value } = record;
    return {
      key: record.key === undefined ? this.#key(scope) : bytesOf(record.key, keyFormat),
      value: value instanceof Uint8Array ? value : bytesOf(value, valueFormat),
      headers: this.#headers(record, scope),
      partition: record.partition ?? this.#read(specs.partition, scope),
      timestampMs: record.timestampMs ?? this.#timestampMs(scope),
    };
  }

  #read<T>(spec: PropertySpec<T>, scope: RecordScope): T | undefined {
    return this.#has(spec) ? this.#reader.read(spec, scope) : undefined;
  }

  #timestampMs(scope: RecordScope): number | undefined {
    const moment = this.#read(specs.timestamp, scope);
    return moment === undefined ? undefined : momentMs(moment, scope.nowMs);
  }

  #key(scope: RecordScope): Uint8Array | null {
    if (!this.#has(specs.key)) return null;
    const line = findProperty(this.#reader.block, specs.key.name);
    return withPlace(line?.valueRange, () => {
      const text = this.#reader.read(specs.key, scope) ?? null;
      return text === null ? null : encodeData(this.#fill(text, scope), this.#settings.keyFormat);
    });
  }

  /** The block's headers, then the record's own. */
  #headers(record: RecordText, scope: RecordScope): Headers {
    const own = record.headers?.map(([name, value]) => [name, bytesOf(value)] as const);
    if (!this.#has(specs.headers) && !this.#has(specs.header)) return own ?? noHeaders;
    const old = this.#read(specs.headers, scope) ?? [];
    const line = findProperty(this.#reader.block, specs.headers.name);
    const each = this.#reader.readAll(specs.header, scope);
    const ofBlock = withPlace(line?.valueRange, () =>
      [...old, ...each].map(
        ([name, value]) =>
          [
            this.#fill(name, scope),
            value === null ? null : encoder.encode(this.#fill(value, scope)),
          ] as const,
      ),
    );
    return own === undefined ? ofBlock : [...ofBlock, ...own];
  }

  #fill(text: string, scope: RecordScope): string {
    if (!this.#settings.templates || !text.includes('{{')) {
      return text;
    }
    let template = this.#templates.get(text);
    if (template === undefined) {
      template = compileTemplate(text);
      if (this.#templates.size < mostTemplates) {
        this.#templates.set(text, template);
      }
    }
    scope.beginText();
    return renderTemplate(template, scope);
  }
}

function bytesOf(data: DataText, format?: ProducerSettings['keyFormat']): Uint8Array | null {
  if (data === null) {
    return null;
  }
  if (typeof data !== 'string') {
    return encodeData(data.base64, { kind: 'string', encoding: 'base64' });
  }
  return format === undefined ? encoder.encode(data) : encodeData(data, format);
}
