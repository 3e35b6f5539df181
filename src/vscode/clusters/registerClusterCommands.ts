import { l10n, window } from 'vscode';
import type { CommandRegistrar } from '../commandRegistrar.ts';
import { commands } from '../ids.ts';
import { askCluster } from './askCluster.ts';
import type { ClusterNode } from './clusterNode.ts';
import type { ClusterRegistry } from './clusterRegistry.ts';
import { writeCluster } from './clusterSettings.ts';
import { setAccess } from './setAccess.ts';
import { pickCluster } from './pickCluster.ts';

/** Add, edit, remove, select, connect and disconnect a saved cluster. */
export function registerClusterCommands(
  register: CommandRegistrar,
  clusters: ClusterRegistry,
): void {
  const pick = async (node: ClusterNode | undefined, title: string) =>
    node === undefined ? pickCluster(clusters, title) : clusters.find(node.cluster);

  // A quick fix hands in the name that a file uses.
  register(commands.addCluster, async (wanted?: unknown) => {
    const taken = clusters.list().map((cluster) => cluster.name);
    const free = taken.includes('Local') ? '' : 'Local';
    const name = typeof wanted === 'string' ? wanted : free;
    const answers = await askCluster(l10n.t('Add Cluster'), { name, bootstrapServers: '' }, taken);
    if (answers === undefined) return;
    await writeCluster(answers.name, { bootstrapServers: answers.bootstrapServers });
    await clusters.select(answers.name);
  });

  register(commands.editCluster, async (node?: ClusterNode) => {
    const title = l10n.t('Edit Cluster');
    const cluster = await pick(node, title);
    if (cluster === undefined) return;
    const taken = clusters.list().map((other) => other.name);
    const answers = await askCluster(
      title,
      { name: cluster.name, bootstrapServers: cluster.bootstrapServers },
      taken.filter((name) => name !== cluster.name),
    );
    if (answers === undefined) return;
    const wasSelected = clusters.selected()?.name === cluster.name;
    const { name, bootstrapServers } = answers;
    await writeCluster(name, { bootstrapServers }, cluster.name);
    if (wasSelected) await clusters.select(answers.name);
  });

  register(commands.setAccess, async (node?: ClusterNode) => {
    const cluster = await pick(node, l10n.t('Set Access'));
    if (cluster !== undefined) await setAccess(cluster);
  });

  register(commands.removeCluster, async (node?: ClusterNode) => {
    const cluster = await pick(node, l10n.t('Remove Cluster'));
    if (cluster === undefined) return;
    const remove = l10n.t('Remove');
    const answer = await window.showWarningMessage(
      l10n.t('Remove the saved cluster "{0}"?', cluster.name),
      {
        modal: true,
        detail: l10n.t(
          'Only the saved connection goes. The cluster itself, its topics and records stay as they are.',
        ),
      },
      remove,
    );
    if (answer !== remove) return;
    await clusters.disconnect(cluster.name);
    await writeCluster(cluster.name, undefined);
  });

  register(commands.selectCluster, async (node?: ClusterNode) => {
    const cluster = await pick(node, l10n.t('Select Cluster'));
    if (cluster !== undefined) await clusters.select(cluster.name);
  });

  register(commands.connectCluster, async (node?: ClusterNode) => {
    const cluster = await pick(node, l10n.t('Connect'));
    if (cluster !== undefined) await clusters.client(cluster.name);
  });

  register(commands.disconnectCluster, async (node?: ClusterNode) => {
    const cluster = await pick(node, l10n.t('Disconnect'));
    if (cluster !== undefined) await clusters.disconnect(cluster.name);
  });
}
