import { l10n, window } from 'vscode';
import { listTopics, type TopicInfo } from '../../kafka/admin/listTopics.ts';
import { signalOf } from '../abortable.ts';
import type { ClusterRegistry } from '../clusters/clusterRegistry.ts';
import { selectedOrPickedCluster } from '../clusters/pickCluster.ts';
import type { ExplorerNode } from '../explorer/explorerNode.ts';
import { views } from '../ids.ts';
import { topicOfNode, type TopicRef } from './topicOfNode.ts';

const listLimitMs = 30_000;

/** The topic of a node, or one that the user picks; undefined when the user escapes. */
export async function topicOrPick(
  clusters: ClusterRegistry,
  node: ExplorerNode | undefined,
  title: string,
): Promise<TopicRef | undefined> {
  const known = node === undefined ? undefined : topicOfNode(node);
  return known ?? (await pickTopics(clusters, title, false))?.[0];
}

/** Asks for one or several topics of the selected cluster; undefined when the user escapes. */
export async function pickTopics(
  clusters: ClusterRegistry,
  title: string,
  many: boolean,
): Promise<TopicRef[] | undefined> {
  const cluster = await selectedOrPickedCluster(clusters, title);
  if (cluster === undefined) return undefined;
  const topics = await loadTopics(clusters, cluster.name);
  if (topics.length === 0) {
    void window.showInformationMessage(l10n.t('"{0}" has no topics yet.', cluster.name));
    return undefined;
  }
  const items = topics.map((topic) => ({
    label: topic.name,
    description:
      topic.partitions.length === 1
        ? l10n.t('1 partition')
        : l10n.t('{0} partitions', topic.partitions.length),
  }));
  const options = { title: `${title} · ${cluster.name}`, placeHolder: l10n.t('Choose a topic') };
  const picked = many
    ? await window.showQuickPick(items, { ...options, canPickMany: true })
    : await window.showQuickPick(items, options).then((one) => one && [one]);
  if (picked === undefined || picked.length === 0) return undefined;
  return picked.map(({ label }) => ({ cluster: cluster.name, topic: label }));
}

/** The topics of a cluster for a picker: internal ones last. */
async function loadTopics(clusters: ClusterRegistry, cluster: string): Promise<TopicInfo[]> {
  const topics = await window.withProgress(
    { location: { viewId: views.explorer } },
    async (_, token) => listTopics(await clusters.client(cluster), signalOf(token, listLimitMs)),
  );
  return topics.sort(
    (a, b) => Number(a.internal) - Number(b.internal) || a.name.localeCompare(b.name),
  );
}
