import type { TreeView } from 'vscode';
import type { ExplorerNode } from './explorerNode.ts';

/** A command's first argument: a node from a menu, or 'selection' from a key pressed in the tree. */
export type NodeOrSelection = ExplorerNode | 'selection';

/** The nodes a tree command is about: the multi-selection of the menu or key, else the one node, else none. */
export function selectedNodes(
  view: TreeView<ExplorerNode>,
  node: NodeOrSelection | undefined,
  nodes: readonly ExplorerNode[] | undefined,
): readonly ExplorerNode[] {
  if (node === 'selection') return view.selection;
  if (nodes !== undefined && nodes.length > 0) return nodes;
  return node === undefined ? [] : [node];
}
