import { window, workspace, type TextDocument } from 'vscode';
import { furtherActions } from '../../core/scratch/furtherBlock.ts';
import { commands, languages } from '../ids.ts';
import type { BlockRuns } from './blockRuns.ts';
import { isCell } from './cellNotebook.ts';
import { chooseBlockAction } from './chooseBlockAction.ts';
import type { ClusterFactsCache } from './clusterFactsCache.ts';
import { createMissingTopic } from './createMissingTopic.ts';
import { findBlock, type FoundBlock } from './findBlock.ts';
import { openBlockResult } from './openBlockResult.ts';
import { registerResultCommands } from './resultCommands.ts';
import { refuseUntrusted, runInEditor, type RunBlockAgain } from './runInEditor.ts';
import { everyOf } from './runSchedule.ts';
import { sendRest } from './sendRest.ts';
import type { ResultPanel } from './resultPanel.ts';
import type { ScratchDeps } from './scratchDeps.ts';
import type { ScratchParses } from './scratchParses.ts';
import type { StandingProducers } from './standingProducers.ts';

/** The commands of scratch files; lenses hand in a document and a block, keys and palette mean the cursor's. */
export function registerScratchCommands(
  deps: ScratchDeps,
  parses: ScratchParses,
  runs: BlockRuns,
  producers: StandingProducers,
  panel: ResultPanel,
  facts: ClusterFactsCache,
  runAgain: RunBlockAgain,
): void {
  const { register } = deps;
  // A cell of a notebook is run by the notebook.
  const find = async (uri?: unknown, index?: unknown): Promise<FoundBlock | undefined> => {
    const found = await findBlock(parses, uri, index);
    return found !== undefined && isCell(found.document.uri) ? undefined : found;
  };

  /** One after the other; what fails or is cancelled keeps the later ones from running. */
  const runAll = async (document: TextDocument, texts: readonly string[]): Promise<void> => {
    const allowed = new Set<string>();
    for (const [index, text] of texts.entries()) {
      const parse = parses.of(document);
      const block = parse.document.blocks[index];
      // Somebody has edited the file meanwhile: what they see now is not what was asked for.
      if (block === undefined || parse.texts[index] !== text) return;
      const running = runInEditor(document, parse, block, runs, deps, { allowed });
      // A schedule never ends by itself.
      if (everyOf(block) === undefined && !(await running)) return;
    }
  };

  register(commands.runBlock, async (uri?: unknown, index?: unknown, action?: unknown) => {
    refuseUntrusted(workspace.isTrusted);
    const found = await find(uri, index);
    if (found === undefined) return;
    const { document, parse, block } = found;
    const further = furtherActions(block).find((one) => one === action);
    // The lens is older than the block: what it said is not to be done any more.
    if (action !== undefined && further === undefined) return;
    const view = runs.find(document.uri, parse, block)?.view;
    if (further === 'table' && view?.tail.reading === true) {
      view.tail.reveal();
      return;
    }
    const isDone = await runInEditor(document, parse, block, runs, deps, { further });
    if (!isDone || further === undefined || further === 'delete') return;
    // What was asked for is the table itself.
    const run = runs.find(document.uri, parse, block);
    if (run !== undefined) await openBlockResult(run, panel, deps);
  });
  register(commands.runBlockTen, async (uri?: unknown, index?: unknown) => {
    refuseUntrusted(workspace.isTrusted);
    const found = await find(uri, index);
    if (found?.block.kind !== 'PRODUCER') return;
    const { document, parse, block } = found;
    await runInEditor(document, parse, block, runs, deps, { times: 10 });
  });
  register(commands.runAbove, async (uri?: unknown, index?: unknown) => {
    refuseUntrusted(workspace.isTrusted);
    const found = await find(uri, index);
    if (found !== undefined) {
      await runAll(found.document, found.parse.texts.slice(0, found.block.index));
    }
  });
  register(commands.runFile, async () => {
    refuseUntrusted(workspace.isTrusted);
    const document = window.activeTextEditor?.document;
    if (document?.languageId === languages.scratch && !isCell(document.uri)) {
      await runAll(document, parses.of(document).texts);
    }
  });
  register(commands.cancelBlock, async (uri?: unknown, index?: unknown) => {
    const found = await find(uri, index);
    if (found !== undefined) {
      const run = runs.find(found.document.uri, found.parse, found.block);
      run?.abort?.abort();
      run?.view?.tail.stop();
    }
  });
  register(commands.blockActions, async () => {
    const found = await find();
    if (found !== undefined) await chooseBlockAction(found, deps.clusters, runs);
  });
  register(commands.sendRest, async (uri?: unknown, index?: unknown) => {
    const found = await findBlock(parses, uri, index);
    if (found !== undefined) await sendRest(found, runs, runAgain);
  });
  register(commands.createMissingTopic, async (uri?: unknown, index?: unknown, topic?: unknown) => {
    const found = await findBlock(parses, uri, index);
    if (found === undefined || typeof topic !== 'string') return;
    const cluster = await createMissingTopic(found, topic, runs, runAgain, deps);
    if (cluster !== undefined) facts.refresh(cluster);
  });
  registerResultCommands(register, find, runs, panel, deps);
  register(commands.stopProducers, () => producers.stop());
}
