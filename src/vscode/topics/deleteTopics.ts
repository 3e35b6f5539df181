import { l10n, ProgressLocation, window } from 'vscode';
import { deleteTopics as remove } from '../../kafka/admin/deleteTopics.ts';
import { toUserError } from '../../messages/userError.ts';
import { signalOf } from '../abortable.ts';
import { allowWriting, refuseWriting } from '../clusters/allowWriting.ts';
import type { ClusterRegistry } from '../clusters/clusterRegistry.ts';
import type { Explorer } from '../explorer/explorer.ts';
import type { ExplorerNode } from '../explorer/explorerNode.ts';
import { pickTopics } from './pickTopic.ts';
import { topicOfNode } from './topicOfNode.ts';

const limitMs = 60_000;

/**
 * Deletes topics after the user has typed the topic's name (or, for several, their number) into a box
 * that names them and the cluster.
 */
export async function deleteTopics(
  clusters: ClusterRegistry,
  explorer: Explorer,
  nodes: readonly ExplorerNode[],
): Promise<void> {
  const title = l10n.t('Delete Topic');
  const chosen =
    nodes.length > 0
      ? nodes.filter((node) => node.kind === 'topic').flatMap((node) => topicOfNode(node) ?? [])
      : await pickTopics(clusters, title, true);
  if (chosen === undefined || chosen.length === 0) return;
  const byCluster = Map.groupBy(chosen, ({ cluster }) => cluster);
  for (const cluster of byCluster.keys()) refuseWriting(clusters, cluster);
  for (const [cluster, refs] of byCluster) {
    const topics = refs.map(({ topic }) => topic);
    if (!(await confirm(cluster, topics))) return;
    const plan =
      topics.length === 1
        ? l10n.t('This deletes topic "{0}" and all its records.', topics[0] ?? '')
        : l10n.t('This deletes {0} topics and all their records.', topics.length);
    if (!(await allowWriting(clusters, cluster, plan))) return;
    await deleteOn(clusters, cluster, topics);
    explorer.refreshLists(cluster);
  }
}

async function confirm(cluster: string, topics: readonly string[]): Promise<boolean> {
  const [first] = topics;
  const wanted = topics.length === 1 && first !== undefined ? first : String(topics.length);
  const prompt =
    topics.length === 1
      ? l10n.t(
          'This deletes topic "{0}" and all its records on {1}, for ever. Type the topic\'s name to delete it.',
          wanted,
          cluster,
        )
      : l10n.t(
          'This deletes {0} topics and all their records on {1}, for ever: {2}. Type their number to delete them.',
          topics.length,
          cluster,
          topics.join(', '),
        );
  const typed = await window.showInputBox({
    title:
      topics.length === 1 ? l10n.t('Delete Topic') : l10n.t('Delete {0} Topics', topics.length),
    prompt,
    placeHolder: wanted,
    ignoreFocusOut: true,
    validateInput: (value) =>
      value === '' || value === wanted
        ? undefined
        : l10n.t('Type {0} to delete, or press Escape to keep.', wanted),
  });
  return typed === wanted;
}

async function deleteOn(
  clusters: ClusterRegistry,
  cluster: string,
  topics: readonly string[],
): Promise<void> {
  const client = await clusters.client(cluster);
  const results = await window.withProgress(
    { location: ProgressLocation.Window, title: l10n.t('Deleting topics') },
    (_, token) => remove(client, topics, signalOf(token, limitMs)),
  );
  const failed = results.filter(({ error }) => error !== undefined);
  const deleted = results.length - failed.length;
  if (failed.length > 0) {
    const sentences = failed.map(
      ({ name, error }) => `${name}: ${toUserError(error, l10n.t).text}`,
    );
    void window.showErrorMessage(
      l10n.t(
        '{0} of {1} topics could not be deleted. {2}',
        failed.length,
        results.length,
        sentences.join(' '),
      ),
    );
  } else if (deleted === 1) {
    void window.showInformationMessage(
      l10n.t('Deleted topic {0} from {1}.', topics[0] ?? '', cluster),
    );
  } else {
    void window.showInformationMessage(l10n.t('Deleted {0} topics from {1}.', deleted, cluster));
  }
}
