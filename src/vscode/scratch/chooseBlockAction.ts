import { commands, l10n, window } from 'vscode';
import type { ClusterRegistry } from '../clusters/clusterRegistry.ts';
import { blockLenses } from './blockLenses.ts';
import type { BlockRuns } from './blockRuns.ts';
import type { FoundBlock } from './findBlock.ts';

/** *Choose Block Action…*: what the lenses above a block offer, for the keyboard. */
export async function chooseBlockAction(
  found: FoundBlock,
  clusters: ClusterRegistry,
  runs: BlockRuns,
): Promise<void> {
  const { kind, argument } = found.block;
  const items = blockLenses(found, clusters, runs)
    .filter(({ command }) => command !== '')
    .map((lens) => ({
      label: lens.title.replace('\u00a0', ' '),
      ...(lens.tooltip === undefined ? {} : { description: lens.tooltip }),
      lens,
    }));
  const chosen = await window.showQuickPick(items, {
    title: `${kind} ${argument}`.trim(),
    placeHolder: l10n.t('What to do with this block?'),
  });
  if (chosen === undefined) return;
  const { command, arguments: given = [] } = chosen.lens;
  await commands.executeCommand(command, ...(given as unknown[]));
}
