import { problem } from '../core/scratch/problem.ts';
import { ProblemError } from '../core/scratch/problemError.ts';
import type { ScratchBlock } from '../core/scratch/scratchDocument.ts';
import { describeGroup, type GroupDescription } from '../kafka/admin/describeGroup.ts';
import type { RunContext } from './runContext.ts';

/** A group that nobody reads with now. Throws `groupHasMembers`, and `groupUnknown` where there is none. */
export async function groupWithoutMembers(
  id: string,
  block: ScratchBlock,
  { client, signal }: RunContext,
): Promise<GroupDescription> {
  const group = await describeGroup(client, id, signal);
  const count = group.members.length;
  if (count > 0) {
    const names = group.members.map(({ clientId, host }) => `${clientId} (${host})`);
    const shown = names.slice(0, 3).join(', ') + (count > 3 ? ', …' : '');
    const found = problem('groupHasMembers', id, count, shown);
    throw new ProblemError(found, block.argumentRange, 'groupHasMembers');
  }
  return group;
}
