import { problem } from '../../core/scratch/problem.ts';
import { producerProperties as specs } from '../../core/scratch/properties/producerProperties.ts';
import type { TemplateScope } from '../../core/scratch/template/renderTemplate.ts';
import type { DataFormat } from '../../core/scratch/values/dataFormat.ts';
import type { PropertyReader } from '../propertyReader.ts';
import { readFormat } from '../readFormat.ts';

/** What holds for all records of a run. */
export interface ProducerSettings {
  readonly topic: string;
  readonly keyFormat: DataFormat;
  readonly valueFormat: DataFormat;
  readonly count: number;
  /** Records a second; undefined for as many as go. */
  readonly rate: number | undefined;
  readonly acks: 0 | 1 | -1;
  readonly compression: 'none' | 'gzip' | 'snappy' | 'lz4' | 'zstd';
  readonly templates: boolean;
  /** The brokers drop what is sent twice; a transaction always does so. */
  readonly idempotent: boolean;
  /** What becomes of the transaction that all records belong to; undefined where there is none. */
  readonly transaction: 'commit' | 'abort' | undefined;
}

const acksByWord = { '0': 0, '1': 1, all: -1, '-1': -1 } as const;

/**
 * Reads a PRODUCER's settings; refuses those that cannot be carried out yet.
 * @param times multiplies the count, as the ×10 lens does.
 */
export function producerSettings(
  reader: PropertyReader,
  scope: TemplateScope,
  times = 1,
): ProducerSettings {
  reader.refuse(specs.keySchema);
  const valueFormat = readFormat(reader, specs.valueFormat, scope);
  if (valueFormat.kind === 'json') reader.refuse(specs.valueSchema, problem('schemaNotYet'));
  const transaction = reader.read(specs.transaction, scope);
  const idempotent = transaction !== undefined || reader.read(specs.idempotent, scope) === true;
  const acks = acksByWord[reader.read(specs.acks, scope) ?? 'all'];
  return {
    topic: reader.require(specs.topic, scope),
    keyFormat: readFormat(reader, specs.keyFormat, scope),
    valueFormat,
    count: (reader.read(specs.count, scope) ?? 1) * times,
    rate: reader.read(specs.rate, scope),
    acks,
    idempotent,
    transaction,
    compression: reader.read(specs.compression, scope) ?? 'none',
    templates: reader.read(specs.template, scope) !== 'off',
  };
}
