import { ViewColumn } from 'vscode';
import type { BlockRun } from './blockRuns.ts';
import type { ResultPanel } from './resultPanel.ts';
import type { ScratchDeps } from './scratchDeps.ts';

/**
 * Shows what a run gave: records that were all written in the tail view at their place, anything else as a table
 * beside.
 */
export async function openBlockResult(
  run: BlockRun,
  panel: ResultPanel,
  { openTail }: Pick<ScratchDeps, 'openTail'>,
): Promise<void> {
  const { result, cluster, label } = run;
  if (result === undefined) return;
  const written = result.lost === undefined ? firstWritten(run) : undefined;
  if (written === undefined) {
    panel.show(label, result, cluster);
    return;
  }
  const { topic, partition, offset } = written;
  const from = { kind: 'offset', partition, offset } as const;
  await openTail({ cluster, topic, partitions: [partition], from }, ViewColumn.Beside);
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
