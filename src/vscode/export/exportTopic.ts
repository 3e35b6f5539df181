import { l10n } from 'vscode';
import type { Log } from '../../core/log.ts';
import type { ClusterRegistry } from '../clusters/clusterRegistry.ts';
import type { ExplorerNode } from '../explorer/explorerNode.ts';
import { topicOrPick } from '../topics/pickTopic.ts';
import { askExport } from './askExport.ts';
import { exportWithProgress } from './exportWithProgress.ts';
import { topicSource } from './topicSource.ts';

/** Exports a topic, or one partition of it, from its first record to its end as of now. */
export async function exportTopic(
  clusters: ClusterRegistry,
  log: Log,
  node?: ExplorerNode,
): Promise<void> {
  const title = l10n.t('Export Topic');
  const ref = await topicOrPick(clusters, node, title);
  if (ref === undefined) return;
  const { cluster, topic } = ref;
  const partitions = node?.kind === 'partition' ? [node.partition.partition] : undefined;
  const target = await askExport(`${title}: ${topic}`, topic);
  if (target === undefined) return;
  const plan = {
    topic,
    from: { kind: 'earliest' },
    to: { kind: 'end' },
    ...(partitions && { partitions }),
  } as const;
  const source = topicSource(cluster, [plan], () => clusters.client(cluster), log);
  await exportWithProgress(source, target);
}
