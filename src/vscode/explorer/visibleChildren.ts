import type { ExplorerNode } from './explorerNode.ts';
import { nameOf } from './explorerNode.ts';
import { note } from './loadChildren.ts';

/** What the user wants to see of a list. */
export interface Visibility {
  /** Text that a name must contain, in any case; undefined for all. */
  readonly filter?: string;
  readonly internalTopics: boolean;
}

/** How many of a list's things are shown: `total` counts those that the toggle of internal topics lets through. */
export interface ListCount {
  readonly shown: number;
  readonly total: number;
}

/** The loaded children of a node that the filter and the toggle let through, or a note that says why none. */
export function visibleChildren(
  parent: ExplorerNode,
  children: readonly ExplorerNode[],
  visibility: Visibility,
): { readonly nodes: ExplorerNode[]; readonly count: ListCount } {
  const candidates = children.filter(
    (child) => child.kind !== 'topic' || !child.topic.internal || visibility.internalTopics,
  );
  const wanted = visibility.filter?.toLowerCase();
  const shown =
    wanted === undefined
      ? candidates
      : candidates.filter((child) => nameOf(child)?.toLowerCase().includes(wanted) ?? true);
  const count = { shown: shown.length, total: candidates.length };
  if (shown.length > 0) return { nodes: shown, count };
  if (candidates.length > 0) return { nodes: [note(parent, 'nothingMatches')], count };
  const empty = emptyNote(parent);
  return { nodes: empty === undefined ? [] : [note(parent, empty)], count };
}

function emptyNote(parent: ExplorerNode) {
  switch (parent.kind) {
    case 'list':
      if (parent.list === 'topics') return 'noTopics';
      return parent.list === 'groups' ? 'noGroups' : undefined;
    case 'members':
      return 'noMembers';
    case 'groupOffsets':
      return 'noOffsets';
    default:
      return undefined;
  }
}
