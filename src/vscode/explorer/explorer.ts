import { setImmediate } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import {
  env,
  EventEmitter,
  l10n,
  window,
  type Disposable,
  type Event,
  type TreeDataProvider,
  type TreeItem,
} from 'vscode';
import type { Log } from '../../core/log.ts';
import type { ClusterRegistry } from '../clusters/clusterRegistry.ts';
import { views } from '../ids.ts';
import { clusterId, nodeId, type ExplorerNode, type ListNode } from './explorerNode.ts';
import { failure, loadChildren } from './loadChildren.ts';
import { LoadedChildren } from './loadedChildren.ts';
import type { NodeLook } from './look.ts';
import { nodeLook } from './nodeLook.ts';
import { ShownLists } from './shownLists.ts';
import { treeItemOf } from './treeItemOf.ts';

const loadLimitMs = 30_000;

/**
 * The tree of saved clusters: children are loaded when they are looked at, once, and kept until refreshed.
 *
 * What is below a node that is fired VS Code forgets until it has asked for it again: a menu that is open then hands
 * its command no node. So a node is fired only where something has changed, and only when the answer is there.
 */
export class Explorer implements TreeDataProvider<ExplorerNode>, Disposable {
  readonly #clusters: ClusterRegistry;
  readonly #log: Log;
  readonly #changed = new EventEmitter<ExplorerNode | undefined>();
  readonly #loaded = new LoadedChildren((node) => this.#load(node));
  /** The node objects that VS Code knows, by id: only these may be fired. */
  readonly #known = new Map<string, ExplorerNode>();
  readonly #parents = new Map<string, ExplorerNode>();
  readonly #shown: ShownLists;
  readonly #generations = new Map<string, number>();
  /** How the clusters look in the tree. */
  readonly #looks = new Map<string, NodeLook>();
  readonly #listener: Disposable;
  /** The clusters as VS Code was last told. */
  #roots: ExplorerNode[] = [];

  readonly onDidChangeTreeData: Event<ExplorerNode | undefined> = this.#changed.event;

  constructor(clusters: ClusterRegistry, log: Log, internalTopics: boolean) {
    this.#clusters = clusters;
    this.#log = log;
    this.#shown = new ShownLists(internalTopics);
    this.#listener = clusters.onDidChange(({ cluster }) => {
      if (cluster !== undefined) this.#clusterChanged(cluster);
      else if (!isDeepStrictEqual(this.#clusterNodes(), this.#roots)) this.#changed.fire(undefined);
      else for (const { id } of this.#roots) this.#redrawCluster(id);
    });
  }

  getTreeItem(node: ExplorerNode): TreeItem {
    const look = this.#look(node);
    if (node.kind === 'cluster') this.#looks.set(node.id, look);
    const readOnly = this.#clusters.find(node.cluster)?.access === 'readOnly';
    return treeItemOf(this.#itemId(node), look, readOnly);
  }

  getParent(node: ExplorerNode): ExplorerNode | undefined {
    return this.#parents.get(node.id);
  }

  async getChildren(node?: ExplorerNode): Promise<ExplorerNode[]> {
    if (node === undefined) {
      this.#roots = this.#clusterNodes();
      return this.#remember(undefined, this.#roots);
    }
    const all = await this.#loaded.of(node);
    const { nodes, recounted } = this.#shown.of(node, all);
    if (recounted) {
      this.#fire(node);
      // VS Code takes that at once, mostly: before it knows the children, it has none to forget.
      await setImmediate();
    }
    return this.#remember(node, nodes);
  }

  /**
   * Asks the cluster again for a node and what is below it; for everything when there is none. What a topic
   * or group is, its list tells: that one is asked, too, and its other members keep what they have loaded.
   */
  async refresh(node?: ExplorerNode): Promise<void> {
    if (node === undefined) {
      await Promise.all(this.#clusterNodes().map((cluster) => this.refresh(cluster)));
      return;
    }
    const parent = this.#parents.get(node.id);
    if (node.kind !== 'cluster') {
      await this.#reload(parent?.kind === 'list' ? parent : node, node);
      return;
    }
    await this.#clusters.refresh(node.cluster);
    if (this.#clusters.state(node.cluster).kind !== 'connected') {
      this.#loaded.forget(node.id);
      this.#fire(node);
      return;
    }
    const lists = this.#loaded.has(node) ? await this.#loaded.of(node) : [];
    await Promise.all(lists.map((list) => this.#reload(list)));
  }

  /** @param below whose children are asked for again, too, when they are looked at */
  async #reload(node: ExplorerNode, below = node): Promise<void> {
    if (!this.#loaded.has(node)) return;
    const changed = await window.withProgress({ location: { viewId: views.explorer } }, () =>
      this.#loaded.reload(node, below),
    );
    for (const one of changed) await this.#show(one);
  }

  /** Asks again for the topics and groups of a cluster in which some were changed, where they are shown. */
  refreshLists(cluster: string): void {
    for (const kind of ['topics', 'groups'] as const) {
      const list = this.#known.get(nodeId(clusterId(cluster), kind));
      if (list !== undefined) void this.refresh(list);
    }
  }

  /** Loads again what failed to load; a cluster connects even while its node is collapsed. */
  retry(node: ExplorerNode): void {
    const target = node.kind === 'failure' ? this.#known.get(node.retries) : node;
    if (target === undefined) return;
    void this.refresh(target);
    // Its failure is shown where the cluster is.
    if (target.kind === 'cluster') this.#clusters.client(target.cluster).catch(() => undefined);
  }

  filterOf(node: ListNode): string | undefined {
    return this.#shown.filterOf(node);
  }

  /** Shows only names that contain `text` (in any case); undefined or '' shows all. */
  setFilter(node: ListNode, text: string | undefined): void {
    this.#shown.setFilter(node, text);
    void this.#show(node);
  }

  /** Internal topics come and go without notice: showing them asks the cluster again. */
  showInternalTopics(shown: boolean): void {
    this.#shown.internalTopics = shown;
    for (const node of this.#known.values()) {
      if (node.kind !== 'list' || node.list !== 'topics') continue;
      void this.#show(node);
      if (shown) void this.#reload(node);
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

  /** With a time limit; a failure is an answer like any other. */
  #load(node: ExplorerNode): Promise<ExplorerNode[]> {
    return loadChildren(
      node,
      (cluster) => this.#clusters.client(cluster),
      AbortSignal.timeout(loadLimitMs),
    ).catch((error: unknown) => {
      this.#log.warn(`${node.id}: ${error instanceof Error ? error.message : String(error)}`);
      return [failure(`${node.id}/`, node, error)];
    });
  }

  /** Draws a node and its children anew; the count of a list is told with it, not after it. */
  async #show(node: ExplorerNode): Promise<void> {
    if (this.#loaded.has(node)) this.#shown.of(node, await this.#loaded.of(node));
    this.#fire(node);
  }

  /** VS Code knows the objects that it was given. */
  #fire({ id }: ExplorerNode): void {
    const known = this.#known.get(id);
    if (known !== undefined) this.#changed.fire(known);
  }

  /** Keeps the objects that VS Code now knows below `parent`, by id. */
  #remember(parent: ExplorerNode | undefined, nodes: ExplorerNode[]): ExplorerNode[] {
    for (const node of nodes) {
      this.#known.set(node.id, node);
      if (parent !== undefined) this.#parents.set(node.id, parent);
    }
    return nodes;
  }

  /** A new connection starts from nothing; one that was closed collapses its node, or it would connect again. */
  #clusterChanged(cluster: string): void {
    const { kind } = this.#clusters.state(cluster);
    if (kind === 'connecting' || kind === 'disconnected') this.#loaded.forget(clusterId(cluster));
    if (kind === 'disconnected') {
      this.#generations.set(cluster, (this.#generations.get(cluster) ?? 0) + 1);
      this.#changed.fire(undefined);
      return;
    }
    this.#redrawCluster(clusterId(cluster));
  }

  /** Fires a cluster's node, if it looks other than before. */
  #redrawCluster(id: string): void {
    const node = this.#known.get(id);
    const same = node && isDeepStrictEqual(this.#look(node), this.#looks.get(id));
    if (node !== undefined && !same) this.#fire(node);
  }

  #look(node: ExplorerNode): NodeLook {
    const saved = this.#clusters.find(node.cluster);
    return nodeLook(node, {
      t: l10n.t,
      locale: env.language,
      state: this.#clusters.state(node.cluster),
      selected: this.#clusters.selected()?.name === node.cluster,
      bootstrapServers: saved?.bootstrapServers ?? '',
      access: saved?.access,
      ...this.#shown.looksOf(node),
    });
  }

  /** VS Code collapses a node only when its id changes, so a cluster's counts its disconnections. */
  #itemId(node: ExplorerNode): string {
    const generation = node.kind === 'cluster' ? this.#generations.get(node.cluster) : undefined;
    return generation === undefined ? node.id : `${node.id}#${String(generation)}`;
  }

  dispose(): void {
    this.#listener.dispose();
    this.#changed.dispose();
  }
}
