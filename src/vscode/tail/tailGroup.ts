import { l10n, window } from 'vscode';
import { committedOffsets } from '../../kafka/admin/committedOffsets.ts';
import type { ClusterRegistry } from '../clusters/clusterRegistry.ts';
import { selectedOrPickedCluster } from '../clusters/pickCluster.ts';
import { askGroup } from './askGroup.ts';
import { groupTarget, type GroupPlaces } from './groupTargets.ts';
import type { TailTarget } from './tailTarget.ts';

const limitMs = 30_000;

/**
 * What to tail from where a group stands; undefined where the user escapes, or the group has committed nothing.
 *
 * @param chosen the group that a node of the tree belongs to; without it the user is asked
 */
export async function tailGroup(
  chosen: GroupPlaces | undefined,
  clusters: ClusterRegistry,
): Promise<TailTarget | undefined> {
  const group = chosen ?? (await pickGroup(clusters));
  if (group === undefined) return undefined;
  const topics = group.places?.map(({ topic }) => topic) ?? (await topicsOf(group, clusters));
  const all = [...new Set(topics)].sort((a, b) => a.localeCompare(b));
  if (all.length === 0) {
    void window.showInformationMessage(
      l10n.t('The group “{0}” has committed no offsets.', group.group),
    );
    return undefined;
  }
  const wanted = all.length > 1 && group.places === undefined ? await pickTopics(group, all) : all;
  return wanted && groupTarget(group, wanted);
}

async function pickGroup(clusters: ClusterRegistry): Promise<GroupPlaces | undefined> {
  const title = l10n.t('Tail from Committed Offsets');
  const cluster = await selectedOrPickedCluster(clusters, title);
  if (cluster === undefined) return undefined;
  const client = await clusters.client(cluster.name);
  const group = await askGroup(title, client, AbortSignal.timeout(limitMs));
  return group === undefined ? undefined : { cluster: cluster.name, group };
}

async function topicsOf(
  { cluster, group }: GroupPlaces,
  clusters: ClusterRegistry,
): Promise<readonly string[]> {
  const client = await clusters.client(cluster);
  const committed = await committedOffsets(client, group, AbortSignal.timeout(limitMs));
  return committed.map(({ topic }) => topic);
}

async function pickTopics(
  { group }: GroupPlaces,
  topics: readonly string[],
): Promise<readonly string[] | undefined> {
  const picked = await window.showQuickPick(
    topics.map((label) => ({ label, picked: true })),
    { title: l10n.t('Topics of “{0}”, in one view', group), canPickMany: true },
  );
  return picked?.map(({ label }) => label);
}
