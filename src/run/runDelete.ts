import { problem } from '../core/scratch/problem.ts';
import { ProblemError } from '../core/scratch/problemError.ts';
import type { ScratchBlock } from '../core/scratch/scratchDocument.ts';
import { deleteTarget } from '../core/scratch/target.ts';
import { deleteGroup } from '../kafka/admin/deleteGroup.ts';
import { deleteTopics } from '../kafka/admin/deleteTopics.ts';
import { describeTopic } from '../kafka/admin/describeTopic.ts';
import { listGroupOffsets } from '../kafka/admin/listGroupOffsets.ts';
import { carryOut, type Change } from './change.ts';
import { filledArgument } from './filledArgument.ts';
import { groupWithoutMembers } from './groupWithoutMembers.ts';
import type { RunContext } from './runContext.ts';
import type { RunOutcome } from './runOutcome.ts';

/** Deletes what a DELETE block names, once `confirm` has been told what goes. */
export async function runDelete(block: ScratchBlock, context: RunContext): Promise<RunOutcome> {
  const argument = filledArgument(block, context);
  const target = deleteTarget(argument);
  switch (target?.what) {
    case 'topic':
      return carryOut(await topicDeletion(target.name, context), block, context);
    case 'group':
      return carryOut(await groupDeletion(target.name, block, context), block, context);
    case 'connector':
    case 'subject': {
      const found = problem('blockNotYet', `DELETE ${block.argument}`);
      throw new ProblemError(found, block.argumentRange, 'notSupportedYet');
    }
    case undefined:
      throw new ProblemError(problem('nameInvalid', `DELETE ${argument}`), block.argumentRange);
  }
}

async function topicDeletion(name: string, { client, signal, t }: RunContext): Promise<Change> {
  const topic = await describeTopic(client, name, signal);
  const { length } = topic.partitions;
  const plan =
    length === 1
      ? t('This deletes the topic “{0}” with 1 partition and all its records.', name)
      : t('This deletes the topic “{0}” with {1} partitions and all its records.', name, length);
  const apply = async (): Promise<RunOutcome> => {
    for (const { error } of await deleteTopics(client, [topic.name], signal)) {
      if (error !== undefined) {
        throw error;
      }
    }
    return { change: 'deleted' };
  };
  return { plan, action: 'delete', apply };
}

async function groupDeletion(
  name: string,
  block: ScratchBlock,
  context: RunContext,
): Promise<Change> {
  const { client, signal, t } = context;
  await groupWithoutMembers(name, block, context);
  const offsets = await listGroupOffsets(client, name, signal);
  const plan = t(
    'This deletes the group “{0}” with its {1} committed offsets.',
    name,
    offsets.length,
  );
  const apply = async (): Promise<RunOutcome> => {
    await deleteGroup(client, name, signal);
    return { change: 'deleted' };
  };
  return { plan, action: 'delete', apply };
}
