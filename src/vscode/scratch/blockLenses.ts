import { l10n, type Command, type Uri } from 'vscode';
import { findProperty } from '../../core/scratch/findProperty.ts';
import { endsByItself, furtherActions } from '../../core/scratch/furtherBlock.ts';
import { writes } from '../../core/scratch/writes.ts';
import { lensTitles, type Lens, type LensState } from '../../messages/lensTitles.ts';
import type { BlockResult } from '../../run/blockResult.ts';
import type { ClusterRegistry } from '../clusters/clusterRegistry.ts';
import { commands } from '../ids.ts';
import { blockCluster, type BlockCluster } from './blockCluster.ts';
import type { BlockRuns } from './blockRuns.ts';
import type { FoundBlock } from './findBlock.ts';
import { remedyCommand } from './remedyCommand.ts';
import { runRemedies } from './runRemedies.ts';

/**
 * What can be done with a block as it stands now, first to last: its lenses. One that only tells something has no
 * command.
 */
export function blockLenses(
  { document, parse, block }: FoundBlock,
  clusters: ClusterRegistry,
  runs: BlockRuns,
): Command[] {
  const place = blockCluster(parse.document, clusters);
  const { name: cluster, pinned } = place;
  const saved = cluster === undefined ? undefined : clusters.find(cluster);
  const readOnly = saved?.access === 'readOnly';
  const run = runs.find(document.uri, parse, block);
  const viewing = run?.view?.tail.reading === true;
  const state = {
    kind: block.kind,
    group: block.kind === 'CONSUMER' ? block.argument : '',
    commits: findProperty(block, 'commit')?.text !== 'false',
    refused: writes(block) && readOnly,
    further: furtherActions(block).filter((action) =>
      // Running one without an end shows the table anyway.
      action === 'table' ? viewing || endsByItself(block) : action !== 'delete' || !readOnly,
    ),
    running: run?.abort !== undefined,
    viewing,
    remedies: runRemedies(block, run, clusters),
    opens: opensOf(run?.result),
    cluster,
    pinned,
  };
  return lensTitles(state, l10n.t).map((lens) => ({
    ...lensCommand(lens, document.uri, block.index, place),
    ...(lens.tooltip === undefined ? {} : { tooltip: lens.tooltip }),
  }));
}

function opensOf({ lost, records, ranges, rows }: Partial<BlockResult> = {}): LensState['opens'] {
  if (lost !== undefined) return 'table';
  return (records ?? ranges ?? rows ?? []).length > 0 ? 'place' : undefined;
}

function lensCommand(
  lens: Lens,
  uri: Uri,
  block: number,
  { name: cluster, pinned }: BlockCluster,
): Command {
  const { title } = lens;
  const own = [uri, block];
  switch (lens.action) {
    case 'run':
      return { title, command: commands.runBlock, arguments: own };
    case 'runTen':
      return { title, command: commands.runBlockTen, arguments: own };
    case 'cancel':
    case 'stop':
      return { title, command: commands.cancelBlock, arguments: own };
    case 'open':
      return { title, command: commands.openResult, arguments: own };
    case 'cluster':
      // The file's own cluster is changed in the file: its lens only tells.
      return { title, command: pinned ? '' : commands.selectCluster };
    case 'readOnly':
      return { title, command: commands.setAccess, arguments: [{ cluster }] };
    case 'remedy':
      return { ...remedyCommand(lens.remedy, uri, block), title };
    case 'describe':
    case 'preview':
    case 'delete':
    case 'table':
      return { title, command: commands.runBlock, arguments: [...own, lens.action] };
  }
}
