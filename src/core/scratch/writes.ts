import { findProperty } from './findProperty.ts';
import type { ScratchBlock } from './scratchDocument.ts';

/**
 * True where running a block may change something on its cluster. A member of a group counts, whether or not it
 * commits: it takes partitions from the others.
 */
export function writes(block: ScratchBlock): boolean {
  switch (block.kind) {
    case 'PRODUCER':
    case 'TOPIC':
    case 'DELETE':
    case 'CONNECTOR':
    case 'SCHEMA':
      return true;
    case 'CONSUMER':
      return block.argument !== '';
    case 'GROUP':
      return findProperty(block, 'reset') !== undefined;
    case 'SHOW':
      return false;
  }
}
