import { l10n, window } from 'vscode';
import { partitionRanges } from '../../core/partitionRanges.ts';
import type { TopicInfo } from '../../kafka/admin/topicInfo.ts';
import type { TailPlan } from '../../protocol/tailPlan.ts';
import { partitionsOfText } from './partitionsOfText.ts';

/** Lets the user choose from a topic's partitions; undefined where he escapes. */
export async function askPartitions(
  plan: TailPlan,
  { name, partitions }: TopicInfo,
): Promise<TailPlan | undefined> {
  const { partitions: before, ...rest } = plan;
  const picked = await window.showQuickPick(
    partitions.map(({ partition, leader }) => ({
      label: String(partition),
      description:
        leader === undefined ? l10n.t('no leader') : l10n.t('leader {0}', String(leader)),
      picked: before?.includes(partition) ?? true,
      partition,
    })),
    { title: l10n.t('Partitions of {0}', name), canPickMany: true },
  );
  if (picked === undefined || picked.length === 0) return undefined;
  return withPartitions(
    rest,
    picked.map(({ partition }) => partition),
    partitions.length,
  );
}

/** Lets the user type numbers and ranges of a topic's partitions; undefined where he escapes. */
export async function askRanges(
  plan: TailPlan,
  { name, partitions }: TopicInfo,
): Promise<TailPlan | undefined> {
  const { partitions: before, ...rest } = plan;
  const all = partitions.map(({ partition }) => partition).sort((a, b) => a - b);
  const read = (text: string) => partitionsOfText(text, name, all, l10n.t);
  const text = await window.showInputBox({
    title: l10n.t('Partitions of {0}', name),
    prompt: l10n.t('Numbers and ranges, such as 0,2-5. The topic has {0}.', partitionRanges(all)),
    value: partitionRanges(before ?? all),
    validateInput: (typed) => {
      const found = read(typed);
      return 'problem' in found ? found.problem : undefined;
    },
  });
  const found = text === undefined ? undefined : read(text);
  return found === undefined || 'problem' in found
    ? undefined
    : withPartitions(rest, found.partitions, all.length);
}

/** Who names all means those that are added later, too. */
function withPartitions(
  plan: Omit<TailPlan, 'partitions'>,
  partitions: readonly number[],
  all: number,
): TailPlan {
  return partitions.length === all ? plan : { ...plan, partitions };
}
