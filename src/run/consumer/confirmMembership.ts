import type { ScratchBlock } from '../../core/scratch/scratchDocument.ts';
import type { RunContext } from '../runContext.ts';
import { confirmOnProduction, type MarkedCluster } from '../writeAccess.ts';
import type { ReadRequest } from './planRead.ts';

/** A member of a group on a production cluster may take partitions from others that do their work. */
export async function confirmMembership(
  { group }: ReadRequest,
  block: ScratchBlock,
  context: Pick<RunContext, 't' | 'confirm'>,
  cluster: MarkedCluster,
): Promise<void> {
  if (group === undefined) return;
  const plan = (name: string): string =>
    context.t(
      'This joins the group “{0}” of the production cluster “{1}” and may take partitions from its members.',
      group.id,
      name,
    );
  await confirmOnProduction(plan, block, context, cluster);
}
