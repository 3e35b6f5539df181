import { env, l10n, window, type QuickPickItem } from 'vscode';
import type { Log } from '../../core/log.ts';
import type { RecordDecodings } from '../../core/serde/decoding.ts';
import type { ClusterClient } from '../../kafka/connection/clusterClient.ts';
import type { RowRange } from '../../protocol/tailCopy.ts';
import { askExport } from '../export/askExport.ts';
import { exportWithProgress, type ExportSource } from '../export/exportWithProgress.ts';
import { topicSource } from '../export/topicSource.ts';
import { formatCount } from '../explorer/formatCount.ts';
import { exportPlans } from './exportPlans.ts';
import type { ReadSpan } from './readSpan.ts';
import { heldRecords } from './rows/heldRecords.ts';
import type { HeldRows } from './rows/heldRows.ts';
import { topicsOf, type TailTarget } from './tailTarget.ts';

/** The view that is exported. */
export interface ExportedView {
  readonly decodings: RecordDecodings;
  /** What it shows now, or some rows of it. */
  held(ranges?: readonly RowRange[]): HeldRows;
  /** Which records of a topic it reads, as far as that is settled. */
  readonly read: { span(topic: string): ReadSpan };
}

/**
 * Asks what of a view is to be exported, as what and where to, and does it.
 *
 * @param ranges the rows that are to be exported, where that is no question any more
 */
export async function exportView(
  target: TailTarget,
  view: ExportedView,
  ranges: readonly RowRange[] | undefined,
  connect: () => Promise<ClusterClient>,
  log: Log,
): Promise<void> {
  const topics = topicsOf(target);
  const title = l10n.t('Export {0}', topics.join(', '));
  const source =
    ranges === undefined
      ? await askSource(title, target, view, connect, log)
      : loadedSource(target, view.held(ranges), view.decodings);
  if (source === undefined) return;
  const file = await askExport(title, topics.join('+'));
  if (file !== undefined) await exportWithProgress(source, file);
}

async function askSource(
  title: string,
  target: TailTarget,
  view: ExportedView,
  connect: () => Promise<ClusterClient>,
  log: Log,
): Promise<ExportSource | undefined> {
  const { decodings } = view;
  const held = view.held();
  const count = formatCount(held.count, env.language);
  const matches = target.filter !== undefined && target.filter.text !== '';
  const topics = topicsOf(target);
  const plans = exportPlans(target, (topic) => view.read.span(topic), Date.now());
  const loaded: QuickPickItem & { source: () => ExportSource } = {
    label: matches
      ? l10n.t('The {0} Records That Match So Far', count)
      : l10n.t('The {0} Shown Records', count),
    detail: l10n.t('What the view shows of what it has loaded'),
    source: () => loadedSource(target, held, decodings),
  };
  const all: QuickPickItem & { source: () => ExportSource } = {
    label: matches ? l10n.t('Every Record That Matches') : l10n.t('Every Record of the Reading'),
    detail: l10n.t(
      'Read again for this: from where the view began to where it ends, or to the end as of now',
    ),
    source: () => topicSource(target.cluster, plans, connect, log, decodings),
  };
  // What starts now has nothing before it to read again; where a group stands is known once the read has begun.
  const unknown =
    target.from.kind === 'group' && topics.some((topic) => !view.read.span(topic).starts);
  const again = target.from.kind !== 'now' && !unknown;
  const items = [...(held.count > 0 ? [loaded] : []), ...(again ? [all] : [])];
  const whole = {
    label: topics.length > 1 ? l10n.t('The Whole Topics') : l10n.t('The Whole Topic'),
    detail: l10n.t('From its first record to the end as of now'),
    source: () => {
      const whole = topics.map(
        (topic) => ({ topic, from: { kind: 'earliest' }, to: { kind: 'end' } }) as const,
      );
      return topicSource(target.cluster, whole, connect, log, decodings);
    },
  };
  return (await window.showQuickPick([...items, whole], { title }))?.source();
}

function loadedSource(
  target: TailTarget,
  held: HeldRows,
  decodings: RecordDecodings,
): ExportSource {
  return {
    cluster: target.cluster,
    topic: topicsOf(target).join(', '),
    decodings,
    records: (_signal, told) => heldRecords(held, told),
  };
}
