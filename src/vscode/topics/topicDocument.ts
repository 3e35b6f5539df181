import type { ConfigEntry } from '../../kafka/admin/describeTopicConfigs.ts';
import type { ConfigSource } from '../../kafka/admin/configEntries.ts';
import type { PartitionOffsets } from '../../kafka/admin/listPartitionOffsets.ts';
import type { TopicInfo } from '../../kafka/admin/listTopics.ts';
import { toUserError } from '../../messages/userError.ts';
import type { Translate } from '../../messages/translate.ts';
import { formatCount } from '../explorer/formatCount.ts';

/** Everything that *Describe Topic* shows; a part that could not be had carries its error. */
export interface TopicFacts {
  readonly cluster: string;
  readonly topic: TopicInfo;
  readonly offsets: readonly PartitionOffsets[];
  readonly configs: readonly ConfigEntry[] | { readonly error: unknown };
}

/** A topic as a Markdown document: facts, partitions, the configs that were set, then the defaults. */
export function topicDocument(facts: TopicFacts, t: Translate, locale: string): string {
  const { topic, cluster } = facts;
  const replication = Math.max(0, ...topic.partitions.map(({ replicas }) => replicas.length));
  const lines = [
    `# ${topic.name}`,
    '',
    `- ${t('Cluster')}: ${cluster}`,
    ...(topic.id === undefined ? [] : [`- ${t('Topic id')}: ${topic.id}`]),
    `- ${t('Partitions')}: ${String(topic.partitions.length)}`,
    `- ${t('Replication factor')}: ${String(replication)}`,
    ...(topic.internal ? [`- ${t('Internal topic')}`] : []),
    `- ${t('Offsets from beginning to end, all partitions')}: ${totalOffsets(facts.offsets, locale)}`,
    '',
    `## ${t('Partitions')}`,
    '',
    ...table(
      [t('Partition'), t('Leader'), t('Replicas'), t('In-sync'), t('Beginning'), t('End'), ''],
      partitionRows(facts, t),
    ),
    '',
    ...configSection(facts.configs, t),
  ];
  return `${lines.join('\n')}\n`;
}

function partitionRows({ topic, offsets }: TopicFacts, t: Translate): string[][] {
  const known = new Map(offsets.map((entry) => [entry.partition, entry]));
  return [...topic.partitions]
    .sort((a, b) => a.partition - b.partition)
    .map((partition) => {
      const entry = known.get(partition.partition);
      const under = partition.inSyncReplicas.length < partition.replicas.length;
      const error = partition.error ?? entry?.error;
      return [
        String(partition.partition),
        partition.leader === undefined ? t('none') : String(partition.leader),
        partition.replicas.join(', '),
        partition.inSyncReplicas.join(', '),
        String(entry?.beginning ?? '?'),
        String(entry?.end ?? '?'),
        [under ? t('under-replicated') : '', error === undefined ? '' : toUserError(error, t).text]
          .filter((text) => text !== '')
          .join(' · '),
      ];
    });
}

function configSection(configs: TopicFacts['configs'], t: Translate): string[] {
  if ('error' in configs) {
    return [`## ${t('Configs')}`, '', toUserError(configs.error, t).text];
  }
  const rows = (entries: readonly ConfigEntry[]): string[][] =>
    [...entries]
      .sort((a, b) => a.name.localeCompare(b.name))
      .map((entry) => [
        entry.name,
        entry.sensitive ? t('(hidden)') : (entry.value ?? t('(none)')),
        sourceText(entry.source, t),
      ]);
  const header = [t('Config'), t('Value'), t('Source')];
  const set = configs.filter(({ isDefault }) => !isDefault);
  return [
    `## ${t('Configs set on this topic or its brokers')}`,
    '',
    ...(set.length === 0
      ? [t('None: all configs have their defaults.')]
      : table(header, rows(set))),
    '',
    `## ${t('Default configs')}`,
    '',
    ...table(header, rows(configs.filter(({ isDefault }) => isDefault))),
  ];
}

/** Who has set a config, as the user's language says it. */
function sourceText(source: ConfigSource, t: Translate): string {
  switch (source) {
    case 'topic':
      return t('this topic');
    case 'broker':
      return t('one broker');
    case 'cluster':
      return t('all brokers');
    case 'serverProperties':
      return t("the broker's file");
    case 'default':
      return t('default');
    case 'other':
      return t('other');
  }
}

function totalOffsets(offsets: readonly PartitionOffsets[], locale: string): string {
  let total = 0n;
  for (const { beginning, end } of offsets) {
    if (beginning === undefined || end === undefined) return '?';
    total += end - beginning;
  }
  return formatCount(total, locale);
}

/** A Markdown table with aligned columns, so that it reads well as plain text too. */
function table(header: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const escaped = [header, ...rows].map((row) =>
    row.map((cell) => cell.replace(/\|/g, '\\|').replace(/\s+/g, ' ')),
  );
  const widths = header.map((_, column) =>
    Math.max(3, ...escaped.map((row) => (row[column] ?? '').length)),
  );
  const line = (row: readonly string[]): string =>
    `| ${widths.map((width, column) => (row[column] ?? '').padEnd(width)).join(' | ')} |`;
  const [first, ...others] = escaped;
  return [
    line(first ?? []),
    `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`,
    ...others.map(line),
  ];
}
