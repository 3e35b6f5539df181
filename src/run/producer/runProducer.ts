import { problem } from '../../core/scratch/problem.ts';
import { ProblemError } from '../../core/scratch/problemError.ts';
import type { ScratchBlock } from '../../core/scratch/scratchDocument.ts';
import { describeTopic } from '../../kafka/admin/describeTopic.ts';
import type { ClusterClient } from '../../kafka/connection/clusterClient.ts';
import type { RecordToProduce } from '../../kafka/produce/recordToProduce.ts';
import { TopicWriter } from '../../kafka/produce/topicWriter.ts';
import { PropertyReader } from '../propertyReader.ts';
import type { RunContext } from '../runContext.ts';
import type { RunOutcome } from '../runOutcome.ts';
import { RunScope } from '../runScope.ts';
import { wait } from '../wait.ts';
import { ProducedSummary } from './producedSummary.ts';
import { producerSettings, type ProducerSettings } from './producerSettings.ts';
import { RecordEncoder } from './recordEncoder.ts';
import { recordMakers } from './recordMakers.ts';
import type { RecordMaker } from './recordText.ts';

/** So many records or bytes are made before they are handed on: a bad one among them stops them all. */
const mostRecords = 2000;
const mostBytes = 1024 * 1024;
/** From here on a run has connections of its own: its large requests would delay everybody's. */
const ownConnectionsFrom = 1000;

/** Everything a run of a PRODUCER needs while it sends. */
interface Sending {
  readonly settings: ProducerSettings;
  readonly makers: readonly RecordMaker[];
  readonly encoder: RecordEncoder;
  readonly scopes: RunScope;
  readonly total: number;
  readonly summary: ProducedSummary;
  readonly signal: AbortSignal;
}

/**
 * Sends a PRODUCER's records in their order. After a failure nothing more is sent, and the result tells
 * written, refused and unknown records apart.
 */
export async function runProducer(block: ScratchBlock, context: RunContext): Promise<RunOutcome> {
  const { client, signal } = context;
  const reader = new PropertyReader(block);
  const scopes = new RunScope(context);
  const settings = producerSettings(reader, scopes.at(0));
  const { makers, fromFile } = await recordMakers(reader, scopes.at(0), context);
  if (makers.length === 0) {
    throw new ProblemError(problem('recordsNone'), block.keywordRange);
  }
  const encoder = new RecordEncoder(reader, settings, fromFile);
  const summary = new ProducedSummary(settings.topic);
  const total = settings.count * makers.length;
  const own = total < ownConnectionsFrom ? undefined : client.fork();
  try {
    await send(own ?? client, { settings, makers, encoder, scopes, total, summary, signal });
  } catch (error) {
    return { ...summary.result(), failed: error };
  } finally {
    await own?.close();
  }
  return summary.result();
}

async function send(client: ClusterClient, sending: Sending): Promise<void> {
  const { settings, summary, signal } = sending;
  // What was made first is checked first: nothing is asked of the cluster for a block that cannot be sent.
  let chunk = nextChunk(sending, 0);
  const topic = await describeTopic(client, settings.topic, signal);
  const { acks, compression, rate } = settings;
  const writer = new TopicWriter(client, topic, { acks, compression, signal }, (index, outcome) =>
    summary.add(index, outcome),
  );
  const startMs = performance.now();
  for (let index = 0; chunk.length > 0;) {
    try {
      for (const record of chunk) {
        writer.add(record, index);
        index += 1;
      }
      chunk = summary.failure === undefined ? nextChunk(sending, index) : [];
      if (rate !== undefined) {
        await writer.flush();
        await wait(startMs + (index / rate) * 1000 - performance.now(), signal);
      } else if (writer.full) {
        await writer.room();
      }
    } catch (error) {
      await writer.flush();
      throw error;
    }
  }
  await writer.flush();
  if (summary.failure !== undefined) {
    throw summary.failure;
  }
  sending.signal.throwIfAborted();
}

function nextChunk(
  { settings, makers, encoder, scopes, total }: Sending,
  first: number,
): RecordToProduce[] {
  const chunk: RecordToProduce[] = [];
  const most = chunkSize(settings);
  let bytes = 0;
  for (let index = first; index < total && chunk.length < most && bytes < mostBytes; index += 1) {
    const maker = makers[index % makers.length];
    if (maker !== undefined) {
      const record = encoder.encode(maker, scopes.at(index));
      bytes += (record.key?.length ?? 0) + (record.value?.length ?? 0);
      chunk.push(record);
    }
  }
  return chunk;
}

/** With a rate, ten chunks a second are enough to keep it even. */
function chunkSize({ rate }: ProducerSettings): number {
  return rate === undefined
    ? mostRecords
    : Math.min(mostRecords, Math.max(1, Math.floor(rate / 10)));
}
