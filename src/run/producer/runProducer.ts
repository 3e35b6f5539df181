import { problem } from '../../core/scratch/problem.ts';
import { ProblemError } from '../../core/scratch/problemError.ts';
import type { ScratchBlock } from '../../core/scratch/scratchDocument.ts';
import { describeTopic } from '../../kafka/admin/describeTopic.ts';
import type { ClusterClient } from '../../kafka/connection/clusterClient.ts';
import { TopicWriter } from '../../kafka/produce/topicWriter.ts';
import { PropertyReader } from '../propertyReader.ts';
import type { RunContext } from '../runContext.ts';
import type { RunOutcome } from '../runOutcome.ts';
import { RunScope } from '../runScope.ts';
import { confirmOnProduction } from '../writeAccess.ts';
import { ProducedSummary } from './producedSummary.ts';
import { producerSettings, type ProducerSettings } from './producerSettings.ts';
import { RecordEncoder } from './recordEncoder.ts';
import { lostRecords } from './lostRecords.ts';
import { recordLines } from './recordLines.ts';
import { recordMakers, type RecordMakers } from './recordMakers.ts';
import { identityOf, inTransaction } from './runTransaction.ts';
import { recordChunks, UnmadeRecord, type RecordChunk } from './recordChunks.ts';
import { writeChunks } from './writeChunks.ts';

/** From here on a run has connections of its own: its large requests would delay everybody's. */
const ownConnectionsFrom = 1000;

/** Everything a run of a PRODUCER needs while it sends. */
interface Sending {
  readonly settings: ProducerSettings;
  readonly chunks: AsyncGenerator<RecordChunk>;
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
    const plan = await send(own ?? client, { block, settings, chunks, summary, ended, context });
    return plan === undefined ? result() : { plan };
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
}

/** Which records of a failed run are not surely written, and the line of the first that failed. */
async function lostOf(
  records: RecordMakers,
  { lost, written, skipped }: ProducedSummary,
  rounds: number,
  { t, only }: RunContext,
): Promise<Pick<RunOutcome, 'lost' | 'failedLine'>> {
  const taken = skipped + written + lost.length;
  if (taken === skipped) return {};
  const lines = await recordLines(records, taken);
  const [first] = lost;
  return {
    lost: lostRecords(lost, taken, rounds, lines, t, only),
    failedLine: first && lines.of(first.index),
  };
}

/** There is nothing to send. */
class NoRecords extends Error {}

/** Gives the plan where it is only a preview. */
async function send(client: ClusterClient, sending: Sending): Promise<string | undefined> {
  const { settings, chunks, summary, context } = sending;
  const { signal } = context;
  // What was made first is checked first: nothing is asked of the cluster for a block that cannot be sent.
  const first = await chunks.next();
  if (first.done === true) throw new NoRecords();
  const topic = await describeTopic(client, settings.topic, signal);
  const plan = context.t('This writes records to the topic “{0}”.', settings.topic);
  if (context.preview !== undefined) return plan;
  await confirmOnProduction(plan, sending.block, context, client.profile);
  const { acks, compression, transaction } = settings;
  const identity = await identityOf(settings, client, signal);
  const options = { acks, compression, identity, signal };
  const writer = new TopicWriter(client, topic, options, (index, outcome) =>
    summary.add(index, outcome),
  );
  const pace = { ...context, rate: settings.rate };
  const write = (): Promise<void> => writeChunks(writer, first, chunks, summary, pace);
  await inTransaction(identity, transaction, write, sending.ended);
  return undefined;
}
