import type { PropertyLine, ScratchBlock } from './scratchDocument.ts';

/** The line of a property that counts: the last of that name, as in the existing format. */
export function findProperty(
  block: Pick<ScratchBlock, 'properties'>,
  name: string,
): PropertyLine | undefined {
  return block.properties.findLast((line) => line.name === name);
}
