import { problem } from '../../core/scratch/problem.ts';
import { ProblemError } from '../../core/scratch/problemError.ts';
import { consumerProperties as specs } from '../../core/scratch/properties/consumerProperties.ts';
import type { ScratchBlock } from '../../core/scratch/scratchDocument.ts';
import type { TemplateScope } from '../../core/scratch/template/renderTemplate.ts';
import type { DataFormat } from '../../core/scratch/values/dataFormat.ts';
import type { StartValue } from '../../core/scratch/values/readStart.ts';
import type { StopValue } from '../../core/scratch/values/readStop.ts';
import { PropertyReader } from '../propertyReader.ts';
import { RunScope, type ScopeSource } from '../runScope.ts';

/** A CONSUMER as written, with everything filled in, before the cluster is asked anything. */
export interface ReadRequest {
  readonly topic: string;
  readonly partitions: readonly number[] | undefined;
  readonly from: StartValue;
  readonly to: StopValue | undefined;
  readonly limit: number | undefined;
  readonly isolation: 'committed' | 'uncommitted';
  readonly keyFormat: DataFormat;
  readonly valueFormat: DataFormat;
  /** Milliseconds since the epoch that relative times count from. */
  readonly nowMs: number;
}

const text: DataFormat = { kind: 'string', encoding: 'utf8' };

/** Reads a CONSUMER block; refuses what cannot be carried out yet, a group first of all. */
export function planRead(block: ScratchBlock, context: ScopeSource): ReadRequest {
  if (block.argument !== '') {
    const found = problem('groupNotYet', block.argument);
    throw new ProblemError(found, block.argumentRange, 'notSupportedYet');
  }
  const reader = new PropertyReader(block);
  const scope = new RunScope(context).at(0);
  reader.refuse(specs.where);
  return {
    topic: reader.require(specs.topic, scope),
    partitions: reader.read(specs.partitions, scope),
    from: reader.read(specs.from, scope) ?? { kind: 'latest' },
    to: reader.read(specs.to, scope),
    limit: reader.read(specs.limit, scope),
    isolation:
      reader.read(specs.isolation, scope) === 'read_committed' ? 'committed' : 'uncommitted',
    keyFormat: format(reader, 'keyFormat', scope),
    valueFormat: format(reader, 'valueFormat', scope),
    nowMs: scope.nowMs,
  };
}

function format(
  reader: PropertyReader,
  which: 'keyFormat' | 'valueFormat',
  scope: TemplateScope,
): DataFormat {
  const found = reader.read(specs[which], scope) ?? text;
  if (found.kind === 'avro' || found.kind === 'protobuf') {
    reader.refuse(specs[which]);
  }
  return found;
}
