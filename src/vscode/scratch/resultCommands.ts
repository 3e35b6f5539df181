import { env, l10n, window } from 'vscode';
import { resultText } from '../../messages/resultText.ts';
import { resultDetails } from '../../run/resultDetails.ts';
import type { CommandRegistrar } from '../commandRegistrar.ts';
import { commands } from '../ids.ts';
import type { BlockRun, BlockRuns } from './blockRuns.ts';
import type { FoundBlock } from './findBlock.ts';
import { openBlockResult } from './openBlockResult.ts';
import type { ResultPanel } from './resultPanel.ts';
import type { ScratchDeps } from './scratchDeps.ts';

/** The commands about the results of blocks: open one, copy one, clear those of a file. */
export function registerResultCommands(
  register: CommandRegistrar,
  find: (uri?: unknown, index?: unknown) => Promise<FoundBlock | undefined>,
  runs: BlockRuns,
  panel: ResultPanel,
  deps: ScratchDeps,
): void {
  const runOf = async (uri?: unknown, index?: unknown): Promise<BlockRun | undefined> => {
    const found = await find(uri, index);
    const run = found && runs.find(found.document.uri, found.parse, found.block);
    if (run?.result !== undefined) return run;
    void window.showInformationMessage(l10n.t('There is no result of a block here.'));
    return undefined;
  };
  register(commands.openResult, async (uri?: unknown, index?: unknown) => {
    const run = await runOf(uri, index);
    if (run !== undefined) await openBlockResult(run, panel, deps);
  });
  register(commands.copyResult, async (uri?: unknown, index?: unknown) => {
    const { result } = (await runOf(uri, index)) ?? {};
    if (result === undefined) return;
    const summary = resultText(result, l10n.t, env.language, 'whole');
    const details = resultDetails(result, l10n.t);
    const isMore = details !== '' && details !== result.error?.message;
    await env.clipboard.writeText(isMore ? `${summary}\n\n${details}\n` : `${summary}\n`);
  });
  register(commands.clearResults, () => {
    const uri = window.activeTextEditor?.document.uri;
    if (uri !== undefined) runs.clear(uri);
  });
}
