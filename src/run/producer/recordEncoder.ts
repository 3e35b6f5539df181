import { findProperty } from '../../core/scratch/findProperty.ts';
import { producerProperties as specs } from '../../core/scratch/properties/producerProperties.ts';
import { renderTemplate } from '../../core/scratch/template/renderTemplate.ts';
import { compileTemplate, type Template } from '../../core/scratch/template/template.ts';
import { momentMs } from '../../core/scratch/values/time.ts';
import type { RecordToProduce } from '../../kafka/produce/recordToProduce.ts';
import type { DataText } from '../blockResult.ts';
import type { PropertyReader } from '../propertyReader.ts';
import type { RecordScope } from '../runScope.ts';
import { withPlace } from '../withPlace.ts';
import { encodeData } from './encodeData.ts';
import type { ProducerSettings } from './producerSettings.ts';
import type { FillIn, RecordMaker } from './recordText.ts';

const encoder = new TextEncoder();
/** Enough for a block's own texts; a file of a million different lines does not stay in memory. */
const mostTemplates = 1000;

/** Makes bytes of a block's records: what a record does not say itself, the block's properties say. */
export class RecordEncoder {
  readonly #reader: PropertyReader;
  readonly #settings: ProducerSettings;
  readonly #templates = new Map<string, Template>();
  /** Texts of the body are filled in; those of a file stand as they are. */
  readonly #fillBody: boolean;

  constructor(reader: PropertyReader, settings: ProducerSettings, fromFile: boolean) {
    this.#reader = reader;
    this.#settings = settings;
    this.#fillBody = settings.templates && !fromFile;
  }

  /** The record that `maker` makes in this scope. Throws a ProblemError with the place to blame. */
  encode(maker: RecordMaker, scope: RecordScope): RecordToProduce {
    const { keyFormat, valueFormat } = this.#settings;
    const place = this.#reader.block.body?.range;
    const asItIs: FillIn = (text) => text;
    const fill: FillIn = (text) => this.#fill(text, scope);
    return withPlace(place, () => {
      const record = maker(this.#fillBody ? fill : asItIs);
      const key =
        record.key === undefined ? this.#key(fill, scope) : bytesOf(record.key, keyFormat);
      const partition = record.partition ?? this.#reader.read(specs.partition, scope);
      const timestamp = this.#reader.read(specs.timestamp, scope);
      const timestampMs =
        record.timestampMs ??
        (timestamp === undefined ? undefined : momentMs(timestamp, scope.nowMs));
      return {
        key,
        value:
          record.value instanceof Uint8Array ? record.value : bytesOf(record.value, valueFormat),
        headers: [
          ...this.#headers(fill, scope),
          ...(record.headers ?? []).map(([name, value]) => [name, bytesOf(value)] as const),
        ],
        ...(partition === undefined ? {} : { partition }),
        ...(timestampMs === undefined ? {} : { timestampMs }),
      };
    });
  }

  #key(fill: FillIn, scope: RecordScope): Uint8Array | null {
    const line = findProperty(this.#reader.block, specs.key.name);
    return withPlace(line?.valueRange, () => {
      const text = this.#reader.read(specs.key, scope) ?? null;
      return text === null ? null : encodeData(fill(text), this.#settings.keyFormat);
    });
  }

  #headers(fill: FillIn, scope: RecordScope): (readonly [string, Uint8Array | null])[] {
    const old = this.#reader.read(specs.headers, scope) ?? [];
    const line = findProperty(this.#reader.block, specs.headers.name);
    const own = this.#reader.readAll(specs.header, scope);
    return withPlace(line?.valueRange, () =>
      [...old, ...own].map(([name, value]) => [
        fill(name),
        value === null ? null : encoder.encode(fill(value)),
      ]),
    );
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
