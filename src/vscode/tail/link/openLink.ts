import { commands, l10n, window, type Uri } from 'vscode';
import type { ClusterRegistry } from '../../clusters/clusterRegistry.ts';
import { commands as ids } from '../../ids.ts';
import type { TailTarget } from '../tailTarget.ts';
import { readLink, type LinkTarget } from './recordLink.ts';

/** Follows a link to a topic or record: asks first, as links come from anywhere and this one connects. */
export async function openLink(
  uri: Uri,
  clusters: Pick<ClusterRegistry, 'find'>,
  openTail: (target: TailTarget) => Promise<unknown>,
): Promise<void> {
  const link = readLink(uri);
  if (link === undefined) {
    void window.showErrorMessage(
      l10n.t('This link names no topic of Kafka. Ask for it to be copied again from the record.'),
    );
    return;
  }
  if (clusters.find(link.cluster) === undefined) {
    await sayUnknown(link.cluster);
    return;
  }
  const open = l10n.t('Open');
  const answer = await window.showInformationMessage(
    l10n.t('Open {0}?', placeText(link)),
    {
      modal: true,
      detail: l10n.t(
        'A link asks for this. It connects to "{0}" and reads without a consumer group.',
        link.cluster,
      ),
    },
    open,
  );
  if (answer === open) await openTail(targetOf(link));
}

async function sayUnknown(cluster: string): Promise<void> {
  const add = l10n.t('Add Cluster…');
  const answer = await window.showErrorMessage(
    l10n.t(
      'The link names the cluster "{0}", which is not among the saved ones. Add it under that name and open the link again.',
      cluster,
    ),
    add,
  );
  if (answer === add) await commands.executeCommand(ids.addCluster);
}

function placeText({ topic, partition, offset }: LinkTarget): string {
  if (partition === undefined) return topic;
  return offset === undefined ? `${topic}[${partition}]` : `${topic}[${partition}]@${offset}`;
}

function targetOf({ cluster, topic, partition, offset }: LinkTarget): TailTarget {
  if (partition === undefined) return { cluster, topic, from: { kind: 'now' } };
  return offset === undefined
    ? { cluster, topic, from: { kind: 'now' }, partitions: [partition] }
    : { cluster, topic, from: { kind: 'offset', partition, offset } };
}
