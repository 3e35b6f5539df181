import { l10n, window } from 'vscode';
import { listGroups, type GroupListing } from '../../kafka/admin/listGroups.ts';
import type { ClusterClient } from '../../kafka/connection/clusterClient.ts';

/** Asks for a group to begin reading where it stands; undefined where the user escapes, or there is none. */
export async function askGroup(
  title: string,
  client: ClusterClient,
  signal: AbortSignal,
): Promise<string | undefined> {
  const groups = (await listGroups(client, signal)).filter(commitsOffsets);
  if (groups.length === 0) {
    void window.showInformationMessage(
      l10n.t('This cluster has no consumer groups, or none that you may see.'),
    );
    return undefined;
  }
  const items = groups
    .sort((a, b) => a.id.localeCompare(b.id))
    .map(({ id, state }) => ({ label: id, ...(state !== undefined && { description: state }) }));
  const picked = await window.showQuickPick(items, {
    title,
    placeHolder: l10n.t('The group is not joined: it only tells how far it has read'),
  });
  return picked?.label;
}

/** Share groups keep no offsets of this kind, and the workers of Kafka Connect read nothing as a group. */
function commitsOffsets({ type, protocolType }: GroupListing): boolean {
  return type !== 'share' && protocolType !== 'connect';
}
