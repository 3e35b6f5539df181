import { problem } from '../core/scratch/problem.ts';
import { ProblemError } from '../core/scratch/problemError.ts';
import type { ScratchBlock } from '../core/scratch/scratchDocument.ts';
import type { ConfirmedAction, RunContext } from './runContext.ts';

/** Asks whether a plan is to be carried out; throws `confirmationNeeded` with the plan where it is not. */
export async function confirmed(
  plan: string,
  action: ConfirmedAction,
  block: ScratchBlock,
  { confirm }: Pick<RunContext, 'confirm'>,
): Promise<void> {
  if (!(await confirm(plan, action))) {
    const found = problem('confirmationNeeded', plan);
    throw new ProblemError(found, block.keywordRange, 'confirmationNeeded');
  }
}
