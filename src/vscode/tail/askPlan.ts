import { l10n, window } from 'vscode';
import { readStart } from '../../core/scratch/values/readStart.ts';
import { describeTopic } from '../../kafka/admin/describeTopic.ts';
import type { ClusterClient } from '../../kafka/connection/clusterClient.ts';
import type { AskedPart } from '../../protocol/tail.ts';
import type { TailPlan } from '../../protocol/tailPlan.ts';
import { askGroup } from './askGroup.ts';
import { askPartitions, askRanges } from './askPartitions.ts';
import { topicsOf, type TailTarget } from './tailTarget.ts';
import { startOfText } from './startOfText.ts';
import { stopOfText } from './stopOfText.ts';

/** Asks for one part of a plan; undefined where the user escapes. */
export async function askPlan(
  what: AskedPart,
  plan: TailPlan,
  target: Pick<TailTarget, 'topic' | 'moreTopics'>,
  connect: () => Promise<ClusterClient>,
  signal: AbortSignal,
): Promise<TailPlan | undefined> {
  const { topic } = target;
  const several = topicsOf(target).length > 1;
  switch (what) {
    case 'from':
      return askStart(plan, topic, several);
    case 'group': {
      const title = l10n.t('Read {0} from where a group stands', topicsOf(target).join(', '));
      const group = await askGroup(title, await connect(), signal);
      return group === undefined ? undefined : { ...plan, from: { kind: 'group', group } };
    }
    case 'to':
      return askStop(plan, topic, several);
    case 'partitions':
      return askPartitions(plan, await describeTopic(await connect(), topic, signal));
    case 'ranges':
      return askRanges(plan, await describeTopic(await connect(), topic, signal));
  }
}

/** @param several topics are read: an offset means nothing there */
async function askStart(
  plan: TailPlan,
  topic: string,
  several: boolean,
): Promise<TailPlan | undefined> {
  const text = await window.showInputBox({
    title: l10n.t('Read {0} from', topic),
    prompt: l10n.t(
      'A time (2026-01-31T12:00, UTC unless it names a zone; -15m; milliseconds since 1970), “last 500”, or an offset as partition=offset (0=1200).',
    ),
    validateInput: (typed) => {
      if (!readStart(typed.trim()).ok) return l10n.t('This is no time, number or offset.');
      const start = startOfText(typed, plan.partitions);
      if (several && start?.kind === 'offset') return ofOneTopic();
      return start === undefined
        ? l10n.t('Name one partition and its offset, as in 0=1200.')
        : undefined;
    },
  });
  const from = text === undefined ? undefined : startOfText(text, plan.partitions);
  if (from === undefined) return undefined;
  const { to, ...rest } = plan;
  // An offset to stop before is one of the partition that is read.
  const fits = to?.kind !== 'offset' || from.kind !== 'offset' || to.partition === from.partition;
  return { ...rest, from, ...(to && fits && { to }) };
}

async function askStop(
  plan: TailPlan,
  topic: string,
  several: boolean,
): Promise<TailPlan | undefined> {
  const text = await window.showInputBox({
    title: l10n.t('Read {0} to', topic),
    prompt: l10n.t(
      'A number of records (1000), a time (2026-01-31T12:00, UTC unless it names a zone; -5m), or an offset as partition=offset (0=1200). Records from that time or offset on are not read.',
    ),
    validateInput: (typed) => {
      const stop = stopOfText(typed, plan, Date.now());
      if (several && stop?.kind === 'offset') return ofOneTopic();
      return stop === undefined
        ? l10n.t('This is no number, time, or offset of the one partition that is read (0=1200).')
        : undefined;
    },
  });
  const to = text === undefined ? undefined : stopOfText(text, plan, Date.now());
  return to && { ...plan, to };
}

function ofOneTopic(): string {
  return l10n.t('This view shows several topics: an offset is one of a partition of one topic.');
}
