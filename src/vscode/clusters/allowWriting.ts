import { l10n, window } from 'vscode';
import { refuseReadOnly } from '../../kafka/connection/refuseReadOnly.ts';
import type { ClusterRegistry } from './clusterRegistry.ts';

/** Throws `clusterReadOnly` where the mark of a saved cluster says so. */
export function refuseWriting(clusters: ClusterRegistry, cluster: string): void {
  refuseReadOnly(clusters.find(cluster) ?? { name: cluster });
}

/**
 * Whether something may be written to a cluster: yes where it has no mark, on a production cluster once its name
 * was typed. Throws for one that is read-only.
 *
 * @param plan what would be done, as a sentence
 */
export async function allowWriting(
  clusters: ClusterRegistry,
  cluster: string,
  plan: string,
): Promise<boolean> {
  refuseWriting(clusters, cluster);
  return clusters.find(cluster)?.access !== 'production' || typedName(cluster, plan);
}

/** Has the user type a production cluster's name before a plan is carried out. */
export async function typedName(cluster: string, plan: string): Promise<boolean> {
  const typed = await window.showInputBox({
    title: l10n.t('Production Cluster {0}', cluster),
    prompt: l10n.t('{0} Type the cluster’s name to do it.', plan),
    placeHolder: cluster,
    ignoreFocusOut: true,
    validateInput: (value) =>
      value === '' || value === cluster
        ? undefined
        : l10n.t('Type {0} to go on, or press Escape to do nothing.', cluster),
  });
  return typed === cluster;
}
