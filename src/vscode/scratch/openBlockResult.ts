import { l10n, Uri, ViewColumn, window, workspace } from 'vscode';
import { resultDetails } from '../../run/resultDetails.ts';
import type { BlockRun } from './blockRuns.ts';
import type { ScratchDeps } from './scratchDeps.ts';

/** The scheme of the read-only documents that show a result. */
export const resultScheme = 'kafka-workbench-result';

/** Shows what a run gave: written records in the tail view at their place, anything else as a text beside. */
export async function openBlockResult(
  run: BlockRun,
  texts: Map<string, string>,
  { openTail }: ScratchDeps,
): Promise<void> {
  const { result, cluster } = run;
  if (result === undefined) return;
  const written = firstWritten(run);
  if (written !== undefined) {
    const { topic, partition, offset } = written;
    const from = { kind: 'offset', partition, offset } as const;
    await openTail({ cluster, topic, partitions: [partition], from }, ViewColumn.Beside);
    return;
  }
  const path = `/${cluster}/${result.kind} ${result.line + 1}.txt`;
  const uri = Uri.from({ scheme: resultScheme, path, query: String(Date.now()) });
  texts.set(uri.toString(), resultDetails(result, l10n.t));
  const document = await workspace.openTextDocument(uri);
  await window.showTextDocument(document, { viewColumn: ViewColumn.Beside, preview: true });
}

function firstWritten({
  result,
}: BlockRun): { topic: string; partition: number; offset: string } | undefined {
  if (result?.kind !== 'PRODUCER') return undefined;
  const record = result.records?.[0];
  const range = result.ranges?.[0];
  const topic = record?.topic ?? range?.topic;
  const partition = record?.partition ?? range?.partition;
  const offset = record?.offset ?? range?.firstOffset;
  return topic === undefined || partition === undefined || offset === undefined
    ? undefined
    : { topic, partition, offset };
}
