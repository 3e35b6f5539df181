import { l10n, ProgressLocation, window } from 'vscode';
import { createTopic, type NewTopic } from '../../kafka/admin/createTopic.ts';
import { signalOf } from '../abortable.ts';
import { allowWriting } from '../clusters/allowWriting.ts';
import type { ClusterRegistry } from '../clusters/clusterRegistry.ts';

const limitMs = 30_000;

/**
 * Creates a topic, with progress and Cancel; on a production cluster once its name was typed. Gives false where that
 * was declined.
 *
 * @throws KafkaError `clusterReadOnly`, or why the cluster refuses it
 */
export async function createTopicOn(
  clusters: ClusterRegistry,
  cluster: string,
  topic: NewTopic,
): Promise<boolean> {
  const plan = l10n.t('This creates the topic {0}.', topic.name);
  if (!(await allowWriting(clusters, cluster, plan))) return false;
  const client = await clusters.client(cluster);
  await window.withProgress(
    { location: ProgressLocation.Window, title: l10n.t('Creating topic {0}', topic.name) },
    (_, token) => createTopic(client, topic, signalOf(token, limitMs)),
  );
  return true;
}
