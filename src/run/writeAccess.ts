import { problem } from '../core/scratch/problem.ts';
import { ProblemError } from '../core/scratch/problemError.ts';
import type { ScratchBlock } from '../core/scratch/scratchDocument.ts';
import { writes } from '../core/scratch/writes.ts';
import type { ClusterProfile } from '../kafka/connection/clusterProfile.ts';
import { confirmed } from './confirmed.ts';
import type { RunContext } from './runContext.ts';

/** A cluster with its mark. */
export type MarkedCluster = Pick<ClusterProfile, 'name' | 'access'>;

/** Throws `clusterReadOnly` for a block that may change something on a cluster that is marked as read-only. */
export function refuseReadOnly(block: ScratchBlock, { access, name }: MarkedCluster): void {
  if (access === 'readOnly' && writes(block)) {
    throw new ProblemError(problem('clusterReadOnly', name), block.keywordRange, 'clusterReadOnly');
  }
}

/** On a production cluster: asks before something that is done without asking elsewhere; `plan` says what. */
export async function confirmOnProduction(
  plan: string,
  block: ScratchBlock,
  context: Pick<RunContext, 'confirm' | 't'>,
  { access, name }: MarkedCluster,
): Promise<void> {
  if (access !== 'production') return;
  const marked = context.t('{0} The cluster “{1}” is marked as production.', plan, name);
  await confirmed(marked, 'write', block, context);
}
