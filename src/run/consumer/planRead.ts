import { problem } from '../../core/scratch/problem.ts';
import { ProblemError } from '../../core/scratch/problemError.ts';
import { consumerProperties as specs } from '../../core/scratch/properties/consumerProperties.ts';
import { findProperty } from '../../core/scratch/findProperty.ts';
import type { ScratchBlock } from '../../core/scratch/scratchDocument.ts';
import type { DataFormat } from '../../core/scratch/values/dataFormat.ts';
import type { StartValue } from '../../core/scratch/values/readStart.ts';
import type { StopValue } from '../../core/scratch/values/readStop.ts';
import { PropertyReader } from '../propertyReader.ts';
import { readFormat } from '../readFormat.ts';
import { RunScope, type ScopeSource } from '../runScope.ts';

/** A CONSUMER as written, with everything filled in, before the cluster is asked anything. */
export interface ReadRequest {
  readonly topic: string;
  /** Present where it reads as a member of a group. */
  readonly group?: GroupRequest;
  readonly partitions: readonly number[] | undefined;
  readonly from: StartValue;
  readonly to: StopValue | undefined;
  readonly limit: number | undefined;
  /** A CEL expression. */
  readonly where: string | undefined;
  readonly isolation: 'committed' | 'uncommitted';
  readonly keyFormat: DataFormat;
  readonly valueFormat: DataFormat;
  /** Milliseconds since the epoch that relative times count from. */
  readonly nowMs: number;
}

/** How a CONSUMER takes part in its group. */
export interface GroupRequest {
  readonly id: string;
  readonly commit: boolean;
  /**
   * Begins at `from`, whatever the group has committed. The words `earliest` and `latest` alone say only where
   * to begin without a commit, as in the existing format.
   */
  readonly seek: boolean;
}

/** Reads a CONSUMER block; refuses what cannot be carried out. */
export function planRead(block: ScratchBlock, context: ScopeSource): ReadRequest {
  const reader = new PropertyReader(block);
  const scope = new RunScope(context).at(0);
  const written = reader.read(specs.from, scope);
  const from = written ?? { kind: context.consumeFrom ?? 'latest' };
  const partitions = reader.read(specs.partitions, scope);
  const group = {
    id: reader.argument(scope),
    commit: reader.read(specs.commit, scope) ?? true,
    seek:
      written !== undefined &&
      (partitions !== undefined || (from.kind !== 'earliest' && from.kind !== 'latest')),
  };
  if (group.id !== '' && from.kind === 'last') {
    const place = findProperty(block, specs.from.name)?.valueRange;
    throw new ProblemError(problem('lastWithGroup'), place);
  }
  return {
    topic: reader.require(specs.topic, scope),
    ...(group.id === '' ? {} : { group }),
    partitions,
    from,
    to: reader.read(specs.to, scope),
    limit: reader.read(specs.limit, scope),
    where: reader.read(specs.where, scope),
    isolation:
      reader.read(specs.isolation, scope) === 'read_committed' ? 'committed' : 'uncommitted',
    keyFormat: readFormat(reader, specs.keyFormat, scope),
    valueFormat: readFormat(reader, specs.valueFormat, scope),
    nowMs: scope.nowMs,
  };
}
