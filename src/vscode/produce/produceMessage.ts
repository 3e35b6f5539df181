import { l10n, ProgressLocation, window } from 'vscode';
import { produceRecords } from '../../kafka/produce/produceRecords.ts';
import { signalOf } from '../abortable.ts';
import { allowWriting, refuseWriting } from '../clusters/allowWriting.ts';
import type { ClusterRegistry } from '../clusters/clusterRegistry.ts';
import type { ExplorerNode } from '../explorer/explorerNode.ts';
import { openScratch } from '../scratch/openScratch.ts';
import type { TailTarget } from '../tail/tailTarget.ts';
import { topicOrPick } from '../topics/pickTopic.ts';
import { askMessage } from './askMessage.ts';
import { producerBlock } from './producerBlock.ts';

const limitMs = 30_000;

/** Asks for a topic, key, value and headers, produces one record and says where it is. */
export async function produceMessage(
  clusters: ClusterRegistry,
  openTail: (target: TailTarget) => Promise<unknown>,
  node?: ExplorerNode,
): Promise<void> {
  const ref = await topicOrPick(clusters, node, l10n.t('Produce Message'));
  if (ref === undefined) return;
  refuseWriting(clusters, ref.cluster);
  const message = await askMessage(`${l10n.t('Produce Message')} · ${ref.topic}`);
  if (message === undefined) return;
  if (message.inFile) {
    await openScratch(producerBlock(ref, message));
    return;
  }
  const plan = l10n.t('This writes a record to {0}.', ref.topic);
  if (!(await allowWriting(clusters, ref.cluster, plan))) return;
  const encoder = new TextEncoder();
  const bytes = (text: string | null): Uint8Array | null =>
    text === null ? null : encoder.encode(text);
  const [written] = await window.withProgress(
    { location: ProgressLocation.Window, title: l10n.t('Producing to {0}', ref.topic) },
    async (_, token) =>
      produceRecords(
        await clusters.client(ref.cluster),
        ref.topic,
        [
          {
            key: bytes(message.key),
            value: bytes(message.value),
            headers: message.headers.map(([name, value]) => [name, bytes(value)] as const),
          },
        ],
        {},
        signalOf(token, limitMs),
      ),
  );
  if (written?.offset === undefined) return;
  const { partition, offset } = written;
  const open = l10n.t('Open in Tail View');
  const answer = await window.showInformationMessage(
    l10n.t('Produced to {0}, partition {1}, offset {2}.', ref.topic, partition, String(offset)),
    open,
  );
  if (answer === open) {
    await openTail({ ...ref, from: { kind: 'offset', partition, offset: String(offset) } });
  }
}
