import { l10n, window } from 'vscode';
import type { ClusterAccess } from '../../kafka/connection/clusterProfile.ts';
import type { SavedCluster } from './clusterSettings.ts';
import { writeCluster } from './clusterSettings.ts';

/** Asks how a saved cluster may be written to and marks it so. */
export async function setAccess(cluster: SavedCluster): Promise<void> {
  const choices = [
    {
      label: l10n.t('Read and Write'),
      access: undefined,
      detail: l10n.t('Nothing more is asked.'),
    },
    {
      label: l10n.t('Production'),
      access: 'production' as const,
      detail: l10n.t('Whatever writes asks for the cluster’s name first.'),
    },
    {
      label: l10n.t('Read-Only'),
      access: 'readOnly' as const,
      detail: l10n.t('Whatever writes is refused.'),
    },
  ];
  const items = choices.map((choice) => ({
    ...choice,
    ...(choice.access === cluster.access ? { description: l10n.t('as it is now') } : {}),
  }));
  const chosen = await window.showQuickPick(items, {
    title: l10n.t('Access to {0}', cluster.name),
    placeHolder: l10n.t('What may be done on this cluster from here?'),
  });
  if (chosen === undefined || chosen.access === cluster.access) return;
  const { bootstrapServers } = cluster;
  const marked = (access: ClusterAccess) => (chosen.access === access ? true : undefined);
  await writeCluster(cluster.name, {
    bootstrapServers,
    readOnly: marked('readOnly'),
    production: marked('production'),
  });
}
