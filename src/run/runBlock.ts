import { isAbort } from '../core/kafkaError.ts';
import { problem } from '../core/scratch/problem.ts';
import { ProblemError } from '../core/scratch/problemError.ts';
import type { ScratchBlock } from '../core/scratch/scratchDocument.ts';
import { blamedRange, bodyLineRange } from './blamedRange.ts';
import type { BlockFailure, BlockResult } from './blockResult.ts';
import { runConsumer } from './consumer/runConsumer.ts';
import { failureOf } from './failureOf.ts';
import { withRandomData } from './faker/withRandomData.ts';
import { runGroup } from './group/runGroup.ts';
import { runProducer } from './producer/runProducer.ts';
import type { RunContext } from './runContext.ts';
import { runDelete } from './runDelete.ts';
import type { RunOutcome } from './runOutcome.ts';
import { runShow } from './runShow.ts';
import { runTopic } from './runTopic.ts';
import { refuseWritingBlock } from './writeAccess.ts';

/**
 * Runs one block of the context's document. A failure is a result, not a rejection; only an abort
 * rejects (with an AbortError), unless a PRODUCER has sent something: then its result tells what. A block with an error in it is not started.
 */
export async function runBlock(block: ScratchBlock, context: RunContext): Promise<BlockResult> {
  const startMs = performance.now();
  const all = await outcomeOf(block, context);
  const {
    failed,
    failedLine: line,
    ...outcome
  } = context.preview?.outcomeWithout(all.failed, context.t) ?? all;
  const cancelled = isAbort(failed);
  if (cancelled && !hasSent(outcome)) {
    throw failed;
  }
  return {
    block: block.index,
    kind: block.kind,
    line: block.startLine,
    ok: failed === undefined,
    ms: Math.round(performance.now() - startMs),
    ...outcome,
    ...(failed === undefined
      ? {}
      : cancelled
        ? { cancelled }
        : { error: placed({ ...failureOf(failed, context.t), ...(line && { line }) }, block) }),
  };
}

/** Something was sent, so that a cancelled run must tell what became of it. */
function hasSent({ records = [], count = 0, unknown = 0 }: RunOutcome): boolean {
  return records.some((record) => !('value' in record)) || count > 0 || unknown > 0;
}

function placed(failure: BlockFailure, block: ScratchBlock): BlockFailure {
  const ofLine = failure.line === undefined ? undefined : bodyLineRange(block, failure.line);
  const isVague = failure.range === undefined || failure.range === block.body?.range;
  const range = isVague
    ? (blamedRange(block, failure.reason) ?? ofLine ?? failure.range)
    : failure.range;
  return range === undefined ? failure : { ...failure, range };
}

async function outcomeOf(block: ScratchBlock, context: RunContext): Promise<RunOutcome> {
  try {
    context.signal.throwIfAborted();
    refuseErrors(block, context);
    if (!isPreview(block, context)) refuseWritingBlock(block, context.client.profile);
    return await run(block, await withRandomData(block, context));
  } catch (error) {
    return { failed: error };
  }
}

/** A preview writes nothing: what it tells of a topic or group is good to know where nothing may be written, too. */
function isPreview({ kind }: ScratchBlock, { preview }: RunContext): boolean {
  return preview !== undefined && (kind === 'GROUP' || kind === 'TOPIC');
}

/** Errors of the block or of a variable; a variable that is handed in need not be in the file. */
export function refuseErrors(
  block: ScratchBlock,
  { document, overrides }: Pick<RunContext, 'document' | 'overrides'>,
): void {
  const error = document.diagnostics.find(
    ({ severity, block: of, code, args }) =>
      severity === 'error' &&
      (of === undefined || of === block.index) &&
      !(code === 'variableUnknown' && overrides.has(String(args[0]))),
  );
  if (error !== undefined) {
    throw new ProblemError(error, error.range);
  }
}

function run(block: ScratchBlock, context: RunContext): Promise<RunOutcome> {
  switch (block.kind) {
    case 'PRODUCER':
      return runProducer(block, context);
    case 'CONSUMER':
      return runConsumer(block, context);
    case 'TOPIC':
      return runTopic(block, context);
    case 'SHOW':
      return runShow(block, context);
    case 'DELETE':
      return runDelete(block, context);
    case 'GROUP':
      return runGroup(block, context);
    case 'CONNECTOR':
    case 'SCHEMA': {
      const found = problem('blockNotYet', `${block.kind} ${block.argument}`.trim());
      throw new ProblemError(found, block.keywordRange, 'notSupportedYet');
    }
  }
}
