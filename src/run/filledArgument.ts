import type { ScratchBlock } from '../core/scratch/scratchDocument.ts';
import { PropertyReader } from './propertyReader.ts';
import { RunScope, type ScopeSource } from './runScope.ts';

/** What stands behind the keyword of a block that has nothing else, filled in for one run. */
export function filledArgument(block: ScratchBlock, context: ScopeSource): string {
  return new PropertyReader(block).argument(new RunScope(context).at(0));
}
