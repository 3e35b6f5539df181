import { env, l10n, ProgressLocation, window } from 'vscode';
import { describeTopic as describe } from '../../kafka/admin/describeTopic.ts';
import { describeTopicConfigs } from '../../kafka/admin/describeTopicConfigs.ts';
import { listPartitionOffsets } from '../../kafka/admin/listPartitionOffsets.ts';
import { signalOf } from '../abortable.ts';
import type { ClusterRegistry } from '../clusters/clusterRegistry.ts';
import type { ExplorerNode } from '../explorer/explorerNode.ts';
import type { VirtualDocuments } from '../virtualDocuments.ts';
import { topicOrPick } from './pickTopic.ts';
import { topicDocument } from './topicDocument.ts';

const limitMs = 30_000;

/** Opens a readable document about a topic. */
export async function describeTopic(
  clusters: ClusterRegistry,
  documents: VirtualDocuments,
  node?: ExplorerNode,
): Promise<void> {
  const ref = await topicOrPick(clusters, node, l10n.t('Describe Topic'));
  if (ref === undefined) return;
  const text = await window.withProgress(
    { location: ProgressLocation.Window, title: l10n.t('Describing {0}', ref.topic) },
    async (_, token) => {
      const signal = signalOf(token, limitMs);
      const client = await clusters.client(ref.cluster);
      const topic = await describe(client, ref.topic, signal);
      const [offsets, configs] = await Promise.all([
        listPartitionOffsets(client, topic, signal),
        describeTopicConfigs(client, ref.topic, signal).catch((error: unknown) => ({ error })),
      ]);
      return topicDocument({ cluster: ref.cluster, topic, offsets, configs }, l10n.t, env.language);
    },
  );
  await documents.show(`${ref.cluster}/${ref.topic}.md`, text);
}
