import type { ScratchBlock } from '../core/scratch/scratchDocument.ts';
import type { ShownRow } from './blockResult.ts';
import { confirmed } from './confirmed.ts';
import type { ConfirmedAction, RunContext } from './runContext.ts';
import type { RunOutcome } from './runOutcome.ts';
import { confirmOnProduction } from './writeAccess.ts';

/** Something that a block is about to change, and how. */
export interface Change {
  /** Whole sentences: what will be different. */
  readonly plan: string;
  readonly action: ConfirmedAction;
  /** The plan in full, where it has many parts. */
  readonly rows?: readonly ShownRow[];
  readonly apply: () => Promise<RunOutcome>;
}

/**
 * Carries a change out once it is confirmed. In a preview its plan is all; a change that is not confirmed fails, and
 * its plan is in the result too.
 */
export async function carryOut(
  { plan, action, rows, apply }: Change,
  block: ScratchBlock,
  context: RunContext,
): Promise<RunOutcome> {
  const shown = rows === undefined ? {} : { rows };
  if (context.preview !== undefined) return { ...shown, plan };
  try {
    if (action === 'write') await confirmOnProduction(plan, block, context, context.client.profile);
    else await confirmed(plan, action, block, context);
  } catch (error) {
    return { ...shown, failed: error };
  }
  return { ...shown, ...(await apply()) };
}
