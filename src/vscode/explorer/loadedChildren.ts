import { isDeepStrictEqual } from 'node:util';
import type { ExplorerNode } from './explorerNode.ts';

type Children = readonly ExplorerNode[];

interface Loaded {
  readonly children: Promise<Children>;
}

/** The children of nodes as they were loaded: once, until they are asked for again. */
export class LoadedChildren {
  readonly #load: (node: ExplorerNode) => Promise<Children>;
  readonly #loaded = new Map<string, Loaded>();
  /** Loads that will take the place of what was loaded before. */
  readonly #coming = new Map<string, Loaded>();

  /** @param load never rejects: a failure is a node like any other */
  constructor(load: (node: ExplorerNode) => Promise<Children>) {
    this.#load = load;
  }

  has({ id }: ExplorerNode): boolean {
    return this.#loaded.has(id);
  }

  /** What there is, even while it is loaded again; one load in flight per node. */
  of(node: ExplorerNode): Promise<Children> {
    const before = this.#loaded.get(node.id);
    if (before !== undefined) return before.children;
    const loaded = { children: this.#load(node) };
    this.#loaded.set(node.id, loaded);
    return loaded.children;
  }

  /**
   * Loads a node's children again; until they are there, those of before are told.
   *
   * @param below the node itself, or the one of its children whose own children are forgotten
   * @returns what is to be drawn anew: the node, where its children are others now, else those of them that had
   *   children; nothing where another load has overtaken this one
   */
  async reload(node: ExplorerNode, below = node): Promise<Children> {
    const before = await this.of(node);
    const coming = { children: this.#load(node) };
    this.#coming.set(node.id, coming);
    const now = await coming.children;
    if (this.#coming.get(node.id) !== coming) return [];
    this.#coming.delete(node.id);
    const opened = before.filter((child) => this.has(child) && isWithin(child.id, below.id));
    this.forget(below.id);
    const same = isDeepStrictEqual(now, before);
    // VS Code knows the objects that it was given.
    this.#loaded.set(node.id, same ? { children: Promise.resolve(before) } : coming);
    return same ? opened : [node];
  }

  /** Forgets the children of a node and all that is below them. */
  forget(id: string): void {
    for (const all of [this.#loaded, this.#coming]) {
      for (const key of all.keys()) {
        if (isWithin(key, id)) all.delete(key);
      }
    }
  }
}

function isWithin(id: string, parent: string): boolean {
  return id === parent || id.startsWith(`${parent}/`);
}
