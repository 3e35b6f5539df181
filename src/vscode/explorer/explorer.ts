import {
  env,
  EventEmitter,
  l10n,
  ThemeColor,
  ThemeIcon,
  TreeItem,
  TreeItemCollapsibleState,
  type Disposable,
  type Event,
  type TreeDataProvider,
} from 'vscode';
import type { Log } from '../../core/log.ts';
import type { ClusterRegistry } from '../clusters/clusterRegistry.ts';
import { clusterId, nodeId, type ExplorerNode, type ListNode } from './explorerNode.ts';
import { failure, loadChildren } from './loadChildren.ts';
import { nodeLook } from './nodeLook.ts';
import { visibleChildren, type ListCount, type Visibility } from './visibleChildren.ts';

const loadLimitMs = 30_000;

interface Loaded {
  readonly children: Promise<ExplorerNode[]>;
}

/** The tree of saved clusters: children are loaded when they are looked at, once, and kept until refreshed. */
export class Explorer implements TreeDataProvider<ExplorerNode>, Disposable {
  readonly #clusters: ClusterRegistry;
  readonly #log: Log;
  readonly #changed = new EventEmitter<ExplorerNode | undefined>();
  readonly #loaded = new Map<string, Loaded>();
  /** The node objects that VS Code knows, by id: only these may be fired. */
  readonly #known = new Map<string, ExplorerNode>();
  readonly #parents = new Map<string, ExplorerNode>();
  readonly #counts = new Map<string, ListCount>();
  readonly #filters = new Map<string, string>();
  readonly #generations = new Map<string, number>();
  readonly #listener: Disposable;
  #internalTopics: boolean;

  readonly onDidChangeTreeData: Event<ExplorerNode | undefined> = this.#changed.event;

  constructor(clusters: ClusterRegistry, log: Log, internalTopics: boolean) {
    this.#clusters = clusters;
    this.#log = log;
    this.#internalTopics = internalTopics;
    this.#listener = clusters.onDidChange(({ cluster }) => {
      if (cluster === undefined) this.#changed.fire(undefined);
      else this.#clusterChanged(cluster);
    });
  }

  getTreeItem(node: ExplorerNode): TreeItem {
    const saved = this.#clusters.find(node.cluster);
    const look = nodeLook(node, {
      t: l10n.t,
      locale: env.language,
      state: this.#clusters.state(node.cluster),
      selected: this.#clusters.selected()?.name === node.cluster,
      bootstrapServers: saved?.bootstrapServers ?? '',
      access: saved?.access,
      visibility: this.#visibility(node),
      ...this.#countOf(node),
    });
    const item = new TreeItem(
      look.label,
      look.expandable ? TreeItemCollapsibleState.Collapsed : TreeItemCollapsibleState.None,
    );
    item.id = this.#itemId(node);
    if (look.description !== undefined) item.description = look.description;
    item.tooltip = look.tooltip ?? look.label;
    item.iconPath = new ThemeIcon(
      look.icon,
      look.color === undefined ? undefined : new ThemeColor(look.color),
    );
    // Menus leave out what writes.
    item.contextValue = saved?.access === 'readOnly' ? `${look.context} readonly` : look.context;
    if (look.spoken !== undefined) item.accessibilityInformation = { label: look.spoken };
    return item;
  }

  getParent(node: ExplorerNode): ExplorerNode | undefined {
    return this.#parents.get(node.id);
  }

  async getChildren(node?: ExplorerNode): Promise<ExplorerNode[]> {
    if (node === undefined) return this.#remember(undefined, this.#clusterNodes());
    const all = await this.#load(node);
    const { nodes, count } = visibleChildren(node, all, this.#visibility(node));
    if (node.kind === 'list') this.#setCount(node, count);
    return this.#remember(node, nodes);
  }

  /**
   * Asks the cluster again for a node and what is below it; for everything when there is none. What a topic
   * or group is, its list tells: that one is asked, too, and its other members keep what they have loaded.
   */
  refresh(node?: ExplorerNode): void {
    if (node === undefined) {
      this.#loaded.clear();
      for (const { name } of this.#clusters.list()) void this.#clusters.refresh(name);
      this.#changed.fire(undefined);
      return;
    }
    this.#forget(node.id);
    const parent = this.#parents.get(node.id);
    if (node.kind === 'cluster') void this.#clusters.refresh(node.cluster);
    if (parent?.kind === 'list') this.#loaded.delete(parent.id);
    this.#changed.fire(this.#known.get(parent?.kind === 'list' ? parent.id : node.id));
  }

  /** Asks again for the topics and groups of a cluster in which some were changed, where they are shown. */
  refreshLists(cluster: string): void {
    for (const kind of ['topics', 'groups'] as const) {
      const list = this.#known.get(nodeId(clusterId(cluster), kind));
      if (list !== undefined) this.refresh(list);
    }
  }

  /** Loads again what failed to load; a cluster connects even while its node is collapsed. */
  retry(node: ExplorerNode): void {
    const target = node.kind === 'failure' ? this.#known.get(node.retries) : node;
    if (target === undefined) return;
    this.refresh(target);
    // Its failure is shown where the cluster is.
    if (target.kind === 'cluster') this.#clusters.client(target.cluster).catch(() => undefined);
  }

  filterOf(node: ListNode): string | undefined {
    return this.#filters.get(node.id);
  }

  /** Shows only names that contain `text` (in any case); undefined or '' shows all. */
  setFilter(node: ListNode, text: string | undefined): void {
    if (text === undefined || text === '') this.#filters.delete(node.id);
    else this.#filters.set(node.id, text);
    this.#changed.fire(this.#known.get(node.id));
  }

  /** Internal topics come and go without notice: showing them asks the cluster again. */
  showInternalTopics(shown: boolean): void {
    this.#internalTopics = shown;
    for (const node of this.#known.values()) {
      if (node.kind !== 'list' || node.list !== 'topics') continue;
      if (shown) this.#loaded.delete(node.id);
      this.#changed.fire(node);
    }
  }

  /** The lists that can be filtered now, for the palette. */
  lists(): ListNode[] {
    return [...this.#known.values()].filter(
      (node) => node.kind === 'list' && this.#clusters.state(node.cluster).kind === 'connected',
    ) as ListNode[];
  }

  #clusterNodes(): ExplorerNode[] {
    return this.#clusters
      .list()
      .map(({ name }) => ({ kind: 'cluster', id: clusterId(name), cluster: name }));
  }

  /** One load in flight per node, with a time limit; a failure is an answer like any other. */
  #load(node: ExplorerNode): Promise<ExplorerNode[]> {
    const before = this.#loaded.get(node.id);
    if (before !== undefined) return before.children;
    const children = loadChildren(
      node,
      (cluster) => this.#clusters.client(cluster),
      AbortSignal.timeout(loadLimitMs),
    ).catch((error: unknown) => {
      this.#log.warn(`${node.id}: ${error instanceof Error ? error.message : String(error)}`);
      return [failure(`${node.id}/`, node, error)];
    });
    this.#loaded.set(node.id, { children });
    return children;
  }

  /** Keeps the objects that VS Code now knows below `parent`, by id. */
  #remember(parent: ExplorerNode | undefined, nodes: ExplorerNode[]): ExplorerNode[] {
    for (const node of nodes) {
      this.#known.set(node.id, node);
      if (parent !== undefined) this.#parents.set(node.id, parent);
    }
    return nodes;
  }

  #forget(id: string): void {
    for (const key of this.#loaded.keys()) {
      if (key === id || key.startsWith(`${id}/`)) this.#loaded.delete(key);
    }
  }

  /** A new connection starts from nothing; one that was closed collapses its node, or it would connect again. */
  #clusterChanged(cluster: string): void {
    const { kind } = this.#clusters.state(cluster);
    if (kind === 'connecting' || kind === 'disconnected') this.#forget(clusterId(cluster));
    if (kind === 'disconnected') {
      this.#generations.set(cluster, (this.#generations.get(cluster) ?? 0) + 1);
      this.#changed.fire(undefined);
      return;
    }
    const node = this.#known.get(clusterId(cluster));
    if (node !== undefined) this.#changed.fire(node);
  }

  /** VS Code collapses a node only when its id changes, so a cluster's counts its disconnections. */
  #itemId(node: ExplorerNode): string {
    const generation = node.kind === 'cluster' ? this.#generations.get(node.cluster) : undefined;
    return generation === undefined ? node.id : `${node.id}#${String(generation)}`;
  }

  #setCount(node: ListNode, count: ListCount): void {
    const before = this.#counts.get(node.id);
    if (before?.shown === count.shown && before.total === count.total) return;
    this.#counts.set(node.id, count);
    this.#changed.fire(this.#known.get(node.id));
  }

  #countOf(node: ExplorerNode): { count?: ListCount } {
    const count = this.#counts.get(node.id);
    return count === undefined ? {} : { count };
  }

  #visibility(node: ExplorerNode): Visibility {
    const filter = this.#filters.get(node.id);
    return {
      internalTopics: this.#internalTopics,
      ...(filter === undefined ? {} : { filter }),
    };
  }

  dispose(): void {
    this.#listener.dispose();
    this.#changed.dispose();
  }
}
