import { KafkaError } from '../../core/kafkaError.ts';
import { batchRecords } from '../../core/record/batchRecords.ts';
import type { RecordBatch } from '../../core/record/recordBatch.ts';
import type { ScratchBlock } from '../../core/scratch/scratchDocument.ts';
import { GroupReader } from '../../kafka/consume/groupReader.ts';
import type { FilterFailures } from '../../kafka/read/batchFilter.ts';
import type { ReadSink } from '../../kafka/read/delivery.ts';
import { isCaughtUp, type ReadProgress } from '../../kafka/read/readProgress.ts';
import { TopicReader } from '../../kafka/read/topicReader.ts';
import type { ReadRecord } from '../blockResult.ts';
import type { RunContext } from '../runContext.ts';
import type { RunOutcome } from '../runOutcome.ts';
import { confirmMembership, membershipPlan } from './confirmMembership.ts';
import { planRead, type ReadRequest } from './planRead.ts';
import { readRecord } from './readRecord.ts';
import { resolveGroupPlan, resolvePlan } from './resolvePlan.ts';
import { isEndless, watchConsumer } from './watchConsumer.ts';

/** So many records a result lists unless the block's `limit` says more. */
const mostListed = 1000;

/**
 * Reads a CONSUMER to its end and lists what it read: with a group as a member of it, which commits what is
 * listed and leaves, without one leaving no trace.
 */
export async function runConsumer(block: ScratchBlock, context: RunContext): Promise<RunOutcome> {
  const { signal, watch } = context;
  const request = planRead(block, context);
  if (context.preview !== undefined && request.group !== undefined) {
    return { plan: membershipPlan(request.group, context.t) };
  }
  await confirmMembership(request, block, context, context.client.profile);
  if (watch !== undefined && isEndless(request)) return watchConsumer(request, watch, context);
  const list = new RecordList(request);
  const reader = await readerOf(request, list, context);
  try {
    const end = await reader.run(signal);
    signal.throwIfAborted();
    if (end.kind === 'topicDeleted' || end.kind === 'topicRecreated') {
      throw new KafkaError('topicUnknown', 'The topic was deleted while it was read', {
        details: { topic: request.topic },
      });
    }
    const partitions = reader.progress?.partitions ?? [];
    const cut = end.kind === 'limit' && request.limit === undefined;
    list.truncated = cut && !partitions.every(isCaughtUp);
    list.failures = reader.progress?.filterFailures;
  } catch (error) {
    return { ...list.result(), failed: list.corrupt ?? error };
  }
  return list.corrupt === undefined ? list.result() : { ...list.result(), failed: list.corrupt };
}

/** What would not be listed is not read, and so not committed. */
async function readerOf(
  request: ReadRequest,
  sink: ReadSink,
  { client, signal, log, began }: RunContext,
): Promise<GroupReader | TopicReader> {
  const limit = request.limit ?? mostListed;
  const { group } = request;
  if (group === undefined) {
    const plan = await resolvePlan(request, client, signal);
    const reader = new TopicReader(client, { ...plan, limit }, sink, { log });
    const told = reader.started.then(() => began?.(startsOf(reader.progress)));
    // Its `run` rejects with the same error.
    told.catch(() => undefined);
    return reader;
  }
  const plan = await resolveGroupPlan({ ...request, group }, client, signal);
  return new GroupReader(client, { ...plan, limit }, sink, { log });
}

function startsOf({ partitions }: ReadProgress): Record<string, string> {
  return Object.fromEntries(
    partitions.flatMap(({ partition, start }) =>
      start === undefined ? [] : [[partition, String(start)]],
    ),
  );
}

/** What was read, as the result tells it. */
class RecordList implements ReadSink {
  readonly #records: ReadRecord[] = [];
  readonly #request: ReadRequest;
  /** There is more than is listed. */
  truncated = false;
  corrupt: KafkaError | undefined;
  failures: FilterFailures | undefined;

  constructor(request: ReadRequest) {
    this.#request = request;
  }

  batch(batch: RecordBatch): void {
    for (const record of batchRecords(batch)) {
      if (record instanceof KafkaError) this.corrupt ??= record;
      else this.#records.push(readRecord(record, this.#request));
    }
  }

  result(): RunOutcome {
    return {
      records: this.#records,
      ...(this.truncated ? { truncated: true } : {}),
      ...(this.failures === undefined ? {} : { whereFailed: whereFailed(this.failures) }),
    };
  }
}

function whereFailed({ count, first }: FilterFailures): NonNullable<RunOutcome['whereFailed']> {
  return { count, ...first, offset: String(first.offset) };
}
