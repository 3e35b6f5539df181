import type { ScratchBlock } from '../core/scratch/scratchDocument.ts';
import { writes } from '../core/scratch/writes.ts';
import { refuseReadOnly, type MarkedCluster } from '../kafka/connection/refuseReadOnly.ts';
import { confirmed } from './confirmed.ts';
import type { RunContext } from './runContext.ts';

/** Throws `clusterReadOnly` for a block that may change something on a cluster that is marked as read-only. */
export function refuseWritingBlock(block: ScratchBlock, cluster: MarkedCluster): void {
  if (writes(block)) refuseReadOnly(cluster);
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
