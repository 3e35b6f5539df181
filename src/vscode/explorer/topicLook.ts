import type { TopicInfo } from '../../kafka/admin/listTopics.ts';
import { toUserError } from '../../messages/userError.ts';
import type { Translate } from '../../messages/translate.ts';
import type { PartitionNode } from './explorerNode.ts';
import { formatCount } from './formatCount.ts';
import type { NodeLook } from './look.ts';

/** `orders  3 partitions · RF 2`, with what is wrong with its partitions, worst first. */
export function topicLook(topic: TopicInfo, t: Translate): NodeLook {
  const { partitions } = topic;
  const replication = Math.max(0, ...partitions.map(({ replicas }) => replicas.length));
  const leaderless = partitions.filter(({ leader }) => leader === undefined).length;
  const under = partitions.filter(
    ({ replicas, inSyncReplicas }) => inSyncReplicas.length < replicas.length,
  ).length;
  const problems = [
    leaderless === 0 ? '' : t('{0} without a leader', leaderless),
    under === 0 ? '' : t('{0} under-replicated', under),
  ].filter((problem) => problem !== '');
  const count = partitions.length === 1 ? t('1 partition') : t('{0} partitions', partitions.length);
  const facts =
    topic.error === undefined
      ? [count, t('RF {0}', replication), ...problems]
      : [toUserError(topic.error, t).text];
  const broken = topic.error !== undefined || leaderless > 0;
  return {
    label: topic.name,
    description: facts.join(' · '),
    tooltip: [topic.name, ...facts, topic.internal ? t('internal topic') : '']
      .filter((line) => line !== '')
      .join('\n'),
    icon: problems.length > 0 || broken ? 'warning' : topic.internal ? 'gear' : 'list-flat',
    ...(broken
      ? { color: 'list.errorForeground' }
      : problems.length > 0
        ? { color: 'list.warningForeground' }
        : {}),
    context: `topic named refreshable${topic.internal ? ' internal' : ''}`,
    expandable: true,
  };
}

/** `Partition 2  1,204 – 9,881 · leader 1 · replicas 1,2 · ISR 1`. */
export function partitionLook(
  node: PartitionNode,
  { t, locale }: { readonly t: Translate; readonly locale: string },
): NodeLook {
  const { partition, offsets } = node;
  const { leader, replicas, inSyncReplicas } = partition;
  const missing = replicas.filter((id) => !inSyncReplicas.includes(id));
  const range =
    offsets?.beginning !== undefined && offsets.end !== undefined
      ? t('{0} – {1}', formatCount(offsets.beginning, locale), formatCount(offsets.end, locale))
      : t('offsets unknown');
  const facts = [
    range,
    leader === undefined ? t('no leader') : t('leader {0}', leader),
    t('replicas {0}', replicas.join(',')),
    t('in-sync {0}', inSyncReplicas.join(',')),
    missing.length === 0 ? '' : t('under-replicated'),
  ].filter((fact) => fact !== '');
  const error = offsets?.error ?? partition.error;
  return {
    label: t('Partition {0}', partition.partition),
    description: facts.join(' · '),
    tooltip: [
      `${node.topicName}[${String(partition.partition)}]`,
      ...facts,
      missing.length === 0 ? '' : t('not in sync: {0}', missing.join(', ')),
      error === undefined ? '' : toUserError(error, t).text,
    ]
      .filter((line) => line !== '')
      .join('\n'),
    icon: leader === undefined ? 'error' : missing.length > 0 ? 'warning' : 'symbol-array',
    ...(leader === undefined
      ? { color: 'list.errorForeground' }
      : missing.length > 0
        ? { color: 'list.warningForeground' }
        : {}),
    context: 'partition named',
    expandable: false,
  };
}
