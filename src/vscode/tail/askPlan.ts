import { l10n, window } from 'vscode';
import { readStart } from '../../core/scratch/values/readStart.ts';
import { describeTopic } from '../../kafka/admin/describeTopic.ts';
import type { ClusterClient } from '../../kafka/connection/clusterClient.ts';
import type { AskedPart } from '../../protocol/tail.ts';
import type { TailPlan } from '../../protocol/tailPlan.ts';
import { startOfText } from './startOfText.ts';

/** Asks for one part of a plan; undefined where the user escapes. */
export async function askPlan(
  what: AskedPart,
  plan: TailPlan,
  { topic }: { readonly topic: string },
  connect: () => Promise<ClusterClient>,
  signal: AbortSignal,
): Promise<TailPlan | undefined> {
  switch (what) {
    case 'from':
      return askStart(plan, topic);
    case 'to':
      return askCount(plan, topic);
    case 'partitions':
      return askPartitions(plan, topic, await connect(), signal);
  }
}

async function askStart(plan: TailPlan, topic: string): Promise<TailPlan | undefined> {
  const text = await window.showInputBox({
    title: l10n.t('Read {0} from', topic),
    prompt: l10n.t(
      'A time (2026-01-31T12:00, UTC unless it names a zone; -15m; milliseconds since 1970), “last 500”, or an offset as partition=offset (0=1200).',
    ),
    validateInput: (typed) => {
      if (!readStart(typed.trim()).ok) return l10n.t('This is no time, number or offset.');
      return startOfText(typed, plan.partitions) === undefined
        ? l10n.t('Name one partition and its offset, as in 0=1200.')
        : undefined;
    },
  });
  const from = text === undefined ? undefined : startOfText(text, plan.partitions);
  return from && { ...plan, from };
}

async function askCount(plan: TailPlan, topic: string): Promise<TailPlan | undefined> {
  const text = await window.showInputBox({
    title: l10n.t('Stop reading {0} after', topic),
    prompt: l10n.t('How many records to read.'),
    value: '1000',
    validateInput: (typed) =>
      /^\s*[1-9]\d{0,8}\s*$/.test(typed) ? undefined : l10n.t('A whole number from 1 on.'),
  });
  return text === undefined ? undefined : { ...plan, to: { kind: 'count', count: Number(text) } };
}

async function askPartitions(
  plan: TailPlan,
  topic: string,
  client: ClusterClient,
  signal: AbortSignal,
): Promise<TailPlan | undefined> {
  const { partitions } = await describeTopic(client, topic, signal);
  const { partitions: before, ...rest } = plan;
  const picked = await window.showQuickPick(
    partitions.map(({ partition, leader }) => ({
      label: String(partition),
      description:
        leader === undefined ? l10n.t('no leader') : l10n.t('leader {0}', String(leader)),
      picked: before?.includes(partition) ?? true,
      partition,
    })),
    { title: l10n.t('Partitions of {0}', topic), canPickMany: true },
  );
  if (picked === undefined || picked.length === 0) return undefined;
  return picked.length === partitions.length
    ? rest
    : { ...rest, partitions: picked.map(({ partition }) => partition) };
}
