import type { ScratchBlock } from '../../core/scratch/scratchDocument.ts';
import type { Remedy } from '../../messages/remedyTitle.ts';
import { remediesOf } from '../../run/remediesOf.ts';
import type { ClusterRegistry } from '../clusters/clusterRegistry.ts';
import type { BlockRun } from './blockRuns.ts';

/** What can be done about the last run of a block; nothing while it has no result. */
export function runRemedies(
  block: ScratchBlock,
  run: BlockRun | undefined,
  clusters: ClusterRegistry,
): readonly Remedy[] {
  if (run?.result === undefined) return [];
  const { result, cluster: name, isPart } = run;
  return remediesOf(block, result, clusters.find(name) ?? { name }, isPart);
}
