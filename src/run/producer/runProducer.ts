import { setImmediate } from 'node:timers/promises';
import { KafkaError } from '../../core/kafkaError.ts';
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
import { confirmOnProduction } from '../writeAccess.ts';
import { wait } from '../wait.ts';
import { ProducedSummary } from './producedSummary.ts';
import { producerSettings, type ProducerSettings } from './producerSettings.ts';
import { RecordEncoder } from './recordEncoder.ts';
import { lostRecords } from './lostRecords.ts';
import { recordLines } from './recordLines.ts';
import { recordMakers, type RecordMakers } from './recordMakers.ts';
import { identityOf, inTransaction } from './runTransaction.ts';
import { recordChunks, UnmadeRecord } from './recordChunks.ts';

/** From here on a run has connections of its own: its large requests would delay everybody's. */
const ownConnectionsFrom = 1000;
/** How often progress is told. */
const progressMs = 200;
/** After so long of making records others get their turn. */
const turnMs = 8;

/** Everything a run of a PRODUCER needs while it sends. */
interface Sending {
  readonly settings: ProducerSettings;
  readonly chunks: AsyncGenerator<readonly RecordToProduce[]>;
  readonly block: ScratchBlock;
  readonly summary: ProducedSummary;
  /** Hears what became of the run's transaction. */
  readonly ended: (outcome: NonNullable<RunOutcome['transaction']>) => void;
  readonly context: RunContext;
}

/**
 * Sends a PRODUCER's records in their order. After a failure or a cancellation nothing more is sent, and the
 * result tells written, refused and unknown records apart.
 */
export async function runProducer(block: ScratchBlock, context: RunContext): Promise<RunOutcome> {
  const { client } = context;
  const reader = new PropertyReader(block);
  const scopes = new RunScope(context);
  const settings = producerSettings(reader, scopes.at(0), context.times ?? 1);
  const records = await recordMakers(reader, scopes.at(0), context);
  const encoder = new RecordEncoder(reader, settings, records.fromFile);
  const chunks = recordChunks(records, settings, encoder, scopes);
  const summary = new ProducedSummary(settings.topic);
  const isLarge =
    records.stream !== undefined || settings.count * records.makers.length >= ownConnectionsFrom;
  const own = isLarge ? client.fork() : undefined;
  let transaction: RunOutcome['transaction'];
  const ended: Sending['ended'] = (outcome) => (transaction = outcome);
  const result = (): RunOutcome => ({
    ...summary.result(),
    ...(transaction === undefined ? {} : { transaction }),
  });
  try {
    await send(own ?? client, { block, settings, chunks, summary, ended, context });
  } catch (error) {
    if (error instanceof NoRecords) {
      return { failed: new ProblemError(problem('recordsNone'), block.keywordRange) };
    }
    const fate = await lostOf(records, summary, settings.count, context);
    const unmade = error instanceof UnmadeRecord ? error : undefined;
    return {
      ...result(),
      ...fate,
      failed: unmade?.cause ?? error,
      failedLine: unmade?.line ?? fate.failedLine,
    };
  } finally {
    await chunks.return(undefined);
    await own?.close();
  }
  return result();
}

/** Which records of a failed run are not surely written, and the line of the first that failed. */
async function lostOf(
  records: RecordMakers,
  { lost, written }: ProducedSummary,
  rounds: number,
  { t }: RunContext,
): Promise<Pick<RunOutcome, 'lost' | 'failedLine'>> {
  const taken = written + lost.length;
  if (taken === 0) return {};
  const lines = await recordLines(records, taken);
  const [first] = lost;
  return {
    lost: lostRecords(lost, taken, rounds, lines, t),
    failedLine: first && lines.of(first.index),
  };
}

/** There is nothing to send. */
class NoRecords extends Error {}

async function send(client: ClusterClient, sending: Sending): Promise<void> {
  const { settings, chunks, summary, context } = sending;
  const { signal } = context;
  // What was made first is checked first: nothing is asked of the cluster for a block that cannot be sent.
  const first = await chunks.next();
  if (first.done === true) throw new NoRecords();
  const topic = await describeTopic(client, settings.topic, signal);
  await confirmOnProduction(
    (cluster) =>
      context.t(
        'This writes records to the topic “{0}” of the production cluster “{1}”.',
        settings.topic,
        cluster,
      ),
    sending.block,
    context,
    client.profile,
  );
  const { acks, compression, transaction } = settings;
  const identity = await identityOf(settings, client, signal);
  const options = { acks, compression, identity, signal };
  const writer = new TopicWriter(client, topic, options, (index, outcome) =>
    summary.add(index, outcome),
  );
  await inTransaction(identity, transaction, () => write(writer, first, sending), sending.ended);
}

/** Writes all chunks, `first` first. */
async function write(
  writer: TopicWriter,
  first: IteratorResult<readonly RecordToProduce[]>,
  { settings: { rate }, chunks, summary, context }: Sending,
): Promise<void> {
  const { signal } = context;
  let chunk = first;
  const startMs = performance.now();
  let toldMs = startMs;
  let turnAt = startMs;
  for (let index = 0; chunk.done !== true;) {
    try {
      for (const record of chunk.value) {
        try {
          writer.add(record, index);
        } catch (error) {
          if (!(error instanceof KafkaError)) throw error;
          summary.add(index, { state: 'refused', partition: record.partition, error });
          break;
        }
        index += 1;
      }
      if (rate !== undefined) {
        await writer.flush();
        // At a low rate the pause is long: what went wrong is told before it.
        if (summary.failure !== undefined) break;
        await wait(startMs + (index / rate) * 1000 - performance.now(), signal);
      } else if (writer.full) {
        await writer.room();
      }
      const nowMs = performance.now();
      if (nowMs - toldMs > progressMs) {
        toldMs = nowMs;
        context.progress?.({ written: summary.written, ms: nowMs - startMs });
      }
      if (nowMs - turnAt > turnMs) {
        await setImmediate();
        turnAt = performance.now();
      }
      signal.throwIfAborted();
      if (summary.failure !== undefined) break;
      chunk = await chunks.next();
    } catch (error) {
      await writer.flush();
      throw error;
    }
  }
  await writer.flush();
  if (summary.failure !== undefined) {
    throw summary.failure;
  }
  signal.throwIfAborted();
}
