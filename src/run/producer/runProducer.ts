import type { ScratchBlock } from '../../core/scratch/scratchDocument.ts';
import { problem } from '../../core/scratch/problem.ts';
import { ProblemError } from '../../core/scratch/problemError.ts';
import { produceRecords, type RecordToProduce } from '../../kafka/produce/produceRecords.ts';
import type { RunOutcome } from '../runOutcome.ts';
import { PropertyReader } from '../propertyReader.ts';
import type { RunContext } from '../runContext.ts';
import { RunScope } from '../runScope.ts';
import { wait } from '../wait.ts';
import { ProducedSummary } from './producedSummary.ts';
import { producerSettings, type ProducerSettings } from './producerSettings.ts';
import { RecordEncoder } from './recordEncoder.ts';
import { recordMakers } from './recordMakers.ts';

/** So many records or bytes go in one call: bounds memory, and Cancel takes effect between calls. */
const mostRecords = 2000;
const mostBytes = 512 * 1024;

/**
 * Sends a PRODUCER's records in their order. What was written before a failure is told with the failure.
 */
export async function runProducer(block: ScratchBlock, context: RunContext): Promise<RunOutcome> {
  const reader = new PropertyReader(block);
  const scopes = new RunScope(context);
  const first = scopes.at(0);
  const settings = producerSettings(reader, first);
  const { makers, fromFile } = await recordMakers(reader, first, context);
  if (makers.length === 0) {
    throw new ProblemError(problem('recordsNone'), block.keywordRange);
  }
  const encoder = new RecordEncoder(reader, settings, fromFile);
  const summary = new ProducedSummary(settings.topic);
  const total = settings.count * makers.length;
  const startMs = performance.now();
  try {
    for (let index = 0; index < total;) {
      const chunk: RecordToProduce[] = [];
      const most = chunkSize(settings);
      for (let bytes = 0; index < total && chunk.length < most && bytes < mostBytes; index += 1) {
        const maker = makers[index % makers.length];
        if (maker !== undefined) {
          const record = encoder.encode(maker, scopes.at(index));
          bytes += sizeOf(record);
          chunk.push(record);
        }
      }
      await send(chunk, settings, context, summary);
      await keepRate(settings, summary.count, total, startMs, context.signal);
    }
  } catch (error) {
    return { ...(summary.count > 0 ? summary.result() : {}), failed: error };
  }
  return summary.result();
}

function sizeOf({ key, value }: RecordToProduce): number {
  return (key?.length ?? 0) + (value?.length ?? 0) + 64;
}

/** With a rate, ten calls a second are enough to keep it even. */
function chunkSize({ rate }: ProducerSettings): number {
  return rate === undefined
    ? mostRecords
    : Math.min(mostRecords, Math.max(1, Math.floor(rate / 10)));
}

async function send(
  chunk: readonly RecordToProduce[],
  { topic, acks, compression }: ProducerSettings,
  { client, signal }: RunContext,
  summary: ProducedSummary,
): Promise<void> {
  signal.throwIfAborted();
  for (const produced of await produceRecords(
    client,
    topic,
    chunk,
    { acks, compression },
    signal,
  )) {
    summary.add(produced);
  }
}

async function keepRate(
  { rate }: ProducerSettings,
  sent: number,
  total: number,
  startMs: number,
  signal: AbortSignal,
): Promise<void> {
  if (rate !== undefined && sent < total) {
    await wait(startMs + (sent / rate) * 1000 - performance.now(), signal);
  }
}
