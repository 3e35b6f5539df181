import { dirname } from 'node:path';
import { env, l10n, workspace, type TextDocument, type Uri } from 'vscode';
import { isAbort, KafkaError } from '../../core/kafkaError.ts';
import {
  furtherBlock,
  furtherDocument,
  type FurtherAction,
} from '../../core/scratch/furtherBlock.ts';
import { problem } from '../../core/scratch/problem.ts';
import { ProblemError } from '../../core/scratch/problemError.ts';
import type { ScratchBlock, ScratchDocument } from '../../core/scratch/scratchDocument.ts';
import { progressText } from '../../messages/progressText.ts';
import { problemSentence } from '../../messages/scratchProblems.ts';
import { Preview } from '../../run/preview.ts';
import type { BlockResult } from '../../run/blockResult.ts';
import { failureOf } from '../../run/failureOf.ts';
import { refuseErrors, runBlock } from '../../run/runBlock.ts';
import type { RunContext } from '../../run/runContext.ts';
import { selectedOrPickedCluster } from '../clusters/pickCluster.ts';
import { settingPrefix, settings } from '../ids.ts';
import { blockCluster } from './blockCluster.ts';
import { notebookOf } from './cellNotebook.ts';
import { confirmPlan } from './confirmPlan.ts';
import type { BlockRun, BlockRuns } from './blockRuns.ts';
import type { FoundBlock } from './findBlock.ts';
import { connected, runOrTail, type Prepared } from './runOrTail.ts';
import { everyOf, runSchedule } from './runSchedule.ts';
import type { ScratchDeps } from './scratchDeps.ts';
import type { ScratchParse } from './scratchParses.ts';

/** How a block is run once more. `times` multiplies what a PRODUCER sends, of which `only` some are sent. */
export interface RunAgain extends Pick<RunContext, 'times' | 'only'> {
  /** Production clusters that may be written to without asking again. */
  readonly allowed?: Set<string>;
}

/** Runs a block once more where it stands: in the text editor, or in its notebook's cell. */
export type RunBlockAgain = (found: FoundBlock, again: RunAgain) => Promise<unknown>;

/** How a block is run. With `watch` every CONSUMER gives a result, and no tail view is opened. */
export interface RunOptions extends RunAgain, Pick<RunContext, 'watch'> {
  /** Does this with what the block names, instead of running it. */
  readonly further?: FurtherAction | undefined;
  /** Told the run once it has begun. */
  readonly started?: (run: BlockRun) => void;
}

/**
 * Runs a block of an open file or cell; how it stands and what came of it is told to `runs`. Gives true where
 * it went well.
 */
export async function runInEditor(
  document: TextDocument,
  parse: ScratchParse,
  block: ScratchBlock,
  runs: BlockRuns,
  deps: ScratchDeps,
  { started, further, allowed = new Set<string>(), ...options }: RunOptions = {},
): Promise<boolean> {
  const before = runs.find(document.uri, parse, block);
  const isTable = further === 'table';
  if (before?.abort !== undefined && !isTable) return false;
  const cluster = await clusterOf(parse.document, deps);
  if (cluster === undefined) return false;
  const abort = new AbortController();
  const run: BlockRun = {
    text: parse.texts[block.index] ?? '',
    cluster,
    label: `${block.kind} ${block.argument}`.trim(),
    standing: block.kind === 'PRODUCER' && isStanding(block),
    times: options.times ?? 1,
    isPart: options.only !== undefined,
    startLine: block.startLine,
    abort,
    result: undefined,
    progress: undefined,
    starts: undefined,
    view: undefined,
  };
  before?.abort?.abort();
  runs.start(document.uri, run);
  started?.(run);
  const asked =
    further === undefined ? parse.document : furtherDocument(parse.document, block, further);
  const context: Prepared = {
    ...contextOf(document, asked, abort.signal, cluster, allowed, deps),
    ...options,
    ...(further === 'preview' ? { preview: new Preview() } : {}),
    progress: (progress) => {
      run.progress = progressText(progress, l10n.t, env.language);
      runs.update(document.uri);
    },
    began: (starts) => {
      run.starts = starts;
      run.progress = l10n.t('reading…');
      runs.update(document.uri);
    },
  };
  const doing = further === undefined ? block : furtherBlock(block, further);
  // What a round did not write is sent once, and not on the schedule.
  const every = options.only === undefined ? everyOf(doing) : undefined;
  try {
    const done =
      every === undefined
        ? await runOrTail(doing, cluster, context, { table: isTable, starts: before?.starts }, deps)
        : await sendEvery(every, doing, cluster, context, deps, run, runs, document.uri);
    if ('tail' in done) {
      run.view = done;
      done.tail.onDidChangeReading(() => runs.update(document.uri));
    } else {
      run.result = done;
      if (done.change !== undefined && done.change !== 'alreadySo') deps.changed(cluster);
    }
  } catch (error) {
    if (isAbort(error) || abort.signal.aborted) {
      runs.drop(document.uri, run, before);
      return false;
    }
    run.result = failedResult(doing, error);
  } finally {
    run.abort = undefined;
  }
  runs.update(document.uri);
  return run.result?.ok ?? true;
}

/** True where a PRODUCER may go on for long, so that it must be found again to be stopped. */
function isStanding(block: ScratchBlock): boolean {
  return block.properties.some(({ name }) => name === 'every' || name === 'rate');
}

async function sendEvery(
  every: string,
  block: ScratchBlock,
  cluster: string,
  context: Prepared,
  { clusters }: ScratchDeps,
  run: BlockRun,
  runs: BlockRuns,
  uri: Uri,
): Promise<BlockResult> {
  refuseErrors(block, context);
  const { signal } = context;
  const send = async (): Promise<BlockResult> =>
    runBlock(block, { ...context, client: await connected(cluster, clusters, signal) });
  return runSchedule(every, send, run, runs, uri, signal);
}

/** The file's cluster, the selected one, or one picked now; a name that is not saved is an error. */
async function clusterOf(
  document: ScratchDocument,
  { clusters }: ScratchDeps,
): Promise<string | undefined> {
  const { name, pinned } = blockCluster(document, clusters);
  if (name === undefined) {
    return (await selectedOrPickedCluster(clusters, l10n.t('Run Block')))?.name;
  }
  if (pinned && clusters.find(name) === undefined) {
    const sentence = l10n.t(
      'This file names the cluster “{0}”, and none of that name is saved.',
      name,
    );
    throw new KafkaError('inputInvalid', sentence);
  }
  return name;
}

function contextOf(
  text: TextDocument,
  document: ScratchDocument,
  signal: AbortSignal,
  cluster: string,
  allowed: Set<string>,
  { clusters, log }: ScratchDeps,
): Prepared {
  const { uri, isUntitled } = notebookOf(text) ?? text;
  return {
    document,
    t: l10n.t,
    log,
    signal,
    baseDir: isUntitled || uri.scheme !== 'file' ? undefined : dirname(uri.fsPath),
    overrides: new Map(),
    environment: process.env,
    now: Date.now,
    consumeFrom: consumeFrom(uri),
    confirm: confirmPlan(clusters.find(cluster), allowed),
  };
}

/** The setting for the file; whatever else may stand there is `latest`. */
function consumeFrom(uri: Uri): 'earliest' | 'latest' {
  const configuration = workspace.getConfiguration(settingPrefix, uri);
  return configuration.get(settings.consumeFrom) === 'earliest' ? 'earliest' : 'latest';
}

function failedResult(block: ScratchBlock, error: unknown): BlockResult {
  return {
    block: block.index,
    kind: block.kind,
    line: block.startLine,
    ok: false,
    ms: 0,
    error: failureOf(error, l10n.t),
  };
}

/** Nothing runs where the user has not said that the files may be trusted. */
export function refuseUntrusted(isTrusted: boolean): void {
  if (!isTrusted) {
    const untrusted = new ProblemError(problem('untrusted'));
    throw new KafkaError('inputInvalid', problemSentence(untrusted.problem, l10n.t));
  }
}
