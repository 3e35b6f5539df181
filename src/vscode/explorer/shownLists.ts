import { isDeepStrictEqual } from 'node:util';
import type { ExplorerNode } from './explorerNode.ts';
import { visibleChildren, type ListCount, type Visibility } from './visibleChildren.ts';

/** What the user wants to see of the lists, and how many that is of how many. */
export class ShownLists {
  internalTopics: boolean;
  readonly #filters = new Map<string, string>();
  readonly #counts = new Map<string, ListCount>();

  constructor(internalTopics: boolean) {
    this.internalTopics = internalTopics;
  }

  filterOf({ id }: ExplorerNode): string | undefined {
    return this.#filters.get(id);
  }

  /** Shows only names that contain `text` (in any case); undefined or '' shows all. */
  setFilter({ id }: ExplorerNode, text: string | undefined): void {
    if (text === undefined || text === '') this.#filters.delete(id);
    else this.#filters.set(id, text);
  }

  /** What the look of a node depends on here. */
  looksOf(node: ExplorerNode): { readonly visibility: Visibility; readonly count?: ListCount } {
    const [filter, count] = [this.#filters.get(node.id), this.#counts.get(node.id)];
    return {
      visibility: { internalTopics: this.internalTopics, ...(filter !== undefined && { filter }) },
      ...(count && { count }),
    };
  }

  /** The children of a node that are shown. @returns them, and whether they are another number than before */
  of(
    node: ExplorerNode,
    all: readonly ExplorerNode[],
  ): { readonly nodes: ExplorerNode[]; readonly recounted: boolean } {
    const { nodes, count } = visibleChildren(node, all, this.looksOf(node).visibility);
    const recounted = node.kind === 'list' && !isDeepStrictEqual(this.#counts.get(node.id), count);
    if (recounted) this.#counts.set(node.id, count);
    return { nodes, recounted };
  }
}
