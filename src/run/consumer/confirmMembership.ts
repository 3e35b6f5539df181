import type { ScratchBlock } from '../../core/scratch/scratchDocument.ts';
import type { Translate } from '../../messages/translate.ts';
import type { RunContext } from '../runContext.ts';
import type { MarkedCluster } from '../../kafka/connection/refuseReadOnly.ts';
import { confirmOnProduction } from '../writeAccess.ts';
import type { GroupRequest, ReadRequest } from './planRead.ts';

/** What reading as a member of a group changes. */
export function membershipPlan({ id, commit }: GroupRequest, t: Translate): string {
  return commit
    ? t(
        'This joins the group “{0}”, may take partitions from its members, and commits offsets.',
        id,
      )
    : t('This joins the group “{0}” and may take partitions from its members.', id);
}

/** A member of a group on a production cluster may take partitions from others that do their work. */
export async function confirmMembership(
  { group }: ReadRequest,
  block: ScratchBlock,
  context: Pick<RunContext, 't' | 'confirm'>,
  cluster: MarkedCluster,
): Promise<void> {
  if (group !== undefined) {
    await confirmOnProduction(membershipPlan(group, context.t), block, context, cluster);
  }
}
