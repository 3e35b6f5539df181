import { problem } from '../core/scratch/problem.ts';
import { ProblemError } from '../core/scratch/problemError.ts';
import type { ScratchBlock } from '../core/scratch/scratchDocument.ts';
import { deleteTarget } from '../core/scratch/target.ts';
import { deleteTopics } from '../kafka/admin/deleteTopics.ts';
import { describeTopic } from '../kafka/admin/describeTopic.ts';
import type { RunContext } from './runContext.ts';
import type { RunOutcome } from './runOutcome.ts';

/** Deletes the topic of a DELETE block after `confirm` has been told what goes. */
export async function runDelete(block: ScratchBlock, context: RunContext): Promise<RunOutcome> {
  const { client, signal, t } = context;
  const target = deleteTarget(block.argument);
  if (target?.what !== 'topic') {
    const found = problem('blockNotYet', `DELETE ${block.argument}`);
    throw new ProblemError(found, block.argumentRange, 'notSupportedYet');
  }
  const topic = await describeTopic(client, target.name, signal);
  const plan = t(
    'This deletes the topic “{0}” with {1} partitions and all its records.',
    topic.name,
    topic.partitions.length,
  );
  if (!(await context.confirm(plan))) {
    throw new ProblemError(problem('confirmationNeeded', plan), block.range);
  }
  for (const { error } of await deleteTopics(client, [topic.name], signal)) {
    if (error !== undefined) {
      throw error;
    }
  }
  return { change: 'deleted' };
}
