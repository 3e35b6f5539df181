import { commands, l10n, window } from 'vscode';
import { commands as ids } from '../ids.ts';
import type { ClusterRegistry } from './clusterRegistry.ts';
import type { SavedCluster } from './clusterSettings.ts';

/**
 * Asks for a saved cluster; without asking where there is only one. With none saved it offers to add
 * one. Undefined when the user escapes.
 */
export async function pickCluster(
  clusters: ClusterRegistry,
  title: string,
): Promise<SavedCluster | undefined> {
  const list = clusters.list();
  if (list.length === 0) {
    const add = l10n.t('Add Cluster…');
    const answer = await window.showInformationMessage(
      l10n.t('No Kafka cluster is saved yet.'),
      add,
    );
    if (answer === add) await commands.executeCommand(ids.addCluster);
    return clusters.list()[0];
  }
  if (list.length === 1) return list[0];
  const selected = clusters.selected()?.name;
  const picked = await window.showQuickPick(
    list.map((cluster) => ({
      label: cluster.name,
      description:
        cluster.name === selected
          ? l10n.t('{0} (selected)', cluster.bootstrapServers)
          : cluster.bootstrapServers,
      cluster,
    })),
    { title, placeHolder: l10n.t('Choose a cluster') },
  );
  return picked?.cluster;
}

/** The selected cluster, or one that the user picks now. */
export async function selectedOrPickedCluster(
  clusters: ClusterRegistry,
  title: string,
): Promise<SavedCluster | undefined> {
  return clusters.selected() ?? (await pickCluster(clusters, title));
}
