import { findProperty } from './findProperty.ts';
import type { ScratchBlock, ScratchDocument } from './scratchDocument.ts';

/** What can be done with what a block names, besides running the block. */
export type FurtherAction = 'describe' | 'preview' | 'delete' | 'table';

/** What else can be done with a block: in the order in which it is offered. */
export function furtherActions(block: ScratchBlock): readonly FurtherAction[] {
  switch (block.kind) {
    case 'TOPIC':
      return ['preview', 'describe', 'delete'];
    case 'GROUP':
      // Without a reset, running it describes the group.
      return findProperty(block, 'reset') === undefined ? ['delete'] : ['preview', 'delete'];
    case 'CONSUMER':
      // A member of a group that is to end would commit what it reads.
      return block.argument !== '' && endsByItself(block) ? [] : ['table'];
    default:
      return [];
  }
}

/** True for a CONSUMER that reads up to an end of its own. */
export function endsByItself(block: ScratchBlock): boolean {
  return ['to', 'limit'].some((name) => findProperty(block, name) !== undefined);
}

/** The block that does so, in the place of `block`. A preview or a table is the block itself. */
export function furtherBlock(block: ScratchBlock, action: FurtherAction): ScratchBlock {
  const { index, startLine, endLine, range, keywordRange, argumentRange } = block;
  if (action === 'preview' || action === 'table') return block;
  return {
    kind: action === 'delete' ? 'DELETE' : 'SHOW',
    argument: `${block.kind === 'TOPIC' ? 'topic' : 'group'} ${block.argument}`,
    properties: [],
    ...{ index, startLine, endLine, range, keywordRange, argumentRange },
  };
}

/** The document for {@link furtherBlock}: what is wrong below the keyword line does not matter to it. */
export function furtherDocument(
  document: ScratchDocument,
  block: ScratchBlock,
  action: FurtherAction,
): ScratchDocument {
  if (action === 'preview' || action === 'table') return document;
  const { diagnostics } = document;
  return {
    ...document,
    diagnostics: diagnostics.filter(
      ({ block: of, range }) => of !== block.index || range.start.line === block.startLine,
    ),
  };
}
