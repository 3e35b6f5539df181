import { KafkaError } from '../../core/kafkaError.ts';
import type { Log } from '../../core/log.ts';
import type { ClusterClient } from '../connection/clusterClient.ts';
import { brokerError } from '../wire/brokerError.ts';
import {
  earliestTimestamp,
  latestTimestamp,
  listOffsetsRequest,
  timestampAt,
} from '../wire/listOffsets.ts';
import type { PartitionRead } from './partitionRead.ts';
import type { ReadPlan } from './readPlan.ts';

const timeoutMs = 10_000;

/**
 * Asks the leader `broker` where the given partitions begin and end and sets their `position`, `end` and
 * `stop` as the plan says. One partition's failure is put down as its `problem` and leaves the others.
 *
 * @throws KafkaError when the broker could not be asked at all
 */
export async function resolvePositions(
  client: ClusterClient,
  broker: number,
  partitions: readonly PartitionRead[],
  plan: ReadPlan,
  signal: AbortSignal,
): Promise<void> {
  const ask = (timestamp: bigint) => lookUp(client, broker, plan, partitions, timestamp, signal);
  const [beginnings, ends, times] = await Promise.all([
    ask(earliestTimestamp),
    ask(latestTimestamp),
    plan.from.kind === 'timestamp' ? ask(timestampAt(plan.from.timestampMs)) : undefined,
  ]);
  for (const read of partitions) {
    const beginning = beginnings.get(read.partition);
    const end = ends.get(read.partition);
    const time = times?.get(read.partition);
    const failure = [beginning, end, time].find((answer) => answer instanceof KafkaError);
    if (failure instanceof KafkaError) {
      read.failed(failure);
    } else if (typeof beginning === 'bigint' && typeof end === 'bigint') {
      place(read, plan, { beginning, end, time: typeof time === 'bigint' ? time : undefined });
    } else {
      read.failed(new KafkaError('partitionUnknown', `No answer for partition ${read.partition}`));
    }
  }
}

/** Sets where a partition's reading begins and stops, within its log. */
function place(
  read: PartitionRead,
  plan: ReadPlan,
  log: { beginning: bigint; end: bigint; time: bigint | undefined },
): void {
  const within = (offset: bigint) =>
    offset < log.beginning ? log.beginning : offset > log.end ? log.end : offset;
  const { to } = plan;
  const stops = to.kind === 'offsets' || to.kind === 'timestamp' ? to.offsets : undefined;
  const asked = stops?.get(read.partition) ?? log.end;
  if (to.kind !== 'never') read.stop = within(asked);
  const wanted = startOf(read.partition, plan, { ...log, stop: read.stop ?? log.end });
  read.start = within(wanted);
  read.beginning = log.beginning;
  // That many records may simply not be there; everything else was asked for by name.
  const exact = plan.from.kind !== 'beforeEnd';
  const late = plan.from.kind === 'timestamp' && (log.time ?? -1n) < 0n;
  read.clamped = (exact && read.start !== wanted) || late || within(asked) !== asked;
  read.moveTo(read.start);
  read.end = log.end;
  read.healthy();
}

function startOf(
  partition: number,
  plan: ReadPlan,
  log: { beginning: bigint; end: bigint; time: bigint | undefined; stop: bigint },
): bigint {
  const { from } = plan;
  switch (from.kind) {
    case 'earliest':
      return log.beginning;
    case 'latest':
      return log.end;
    case 'offsets':
      return from.offsets.get(partition) ?? (from.others ? log.beginning : log.end);
    case 'timestamp':
      // −1: no record is that new.
      return log.time === undefined || log.time < 0n ? log.end : log.time;
    case 'last':
      // What came before the end has been handed on already (readLast).
      return log.end;
    case 'beforeEnd':
      return log.stop - BigInt(from.offsets);
  }
}

async function lookUp(
  client: ClusterClient,
  broker: number,
  plan: ReadPlan,
  partitions: readonly PartitionRead[],
  timestamp: bigint,
  signal: AbortSignal,
): Promise<Map<number, bigint | KafkaError>> {
  const { topic } = plan;
  const queries = partitions.map(({ partition }) => ({ topic, partition, timestamp }));
  const request = listOffsetsRequest(queries, { readCommitted: plan.isolation === 'committed' });
  const answers = await client.send(broker, request, { signal, timeoutMs });
  return new Map(
    answers.map(({ partition, errorCode, offset }) => [
      partition,
      errorCode === 0 ? offset : brokerError(errorCode, { topic, partition }),
    ]),
  );
}

/**
 * Moves partitions whose position was refused as out of range back into their logs: to the beginning where
 * records were deleted meanwhile (their number goes into `goneOffsets`), to the end where the log was
 * truncated. One partition's failure is its `problem`.
 *
 * @throws KafkaError when the broker could not be asked at all
 */
export async function returnToLog(
  client: ClusterClient,
  broker: number,
  partitions: readonly PartitionRead[],
  plan: ReadPlan,
  signal: AbortSignal,
  log: Log,
): Promise<void> {
  const [beginnings, ends] = await Promise.all(
    [earliestTimestamp, latestTimestamp].map((timestamp) =>
      lookUp(client, broker, plan, partitions, timestamp, signal),
    ),
  );
  for (const read of partitions) {
    const beginning = beginnings?.get(read.partition);
    const end = ends?.get(read.partition);
    const position = read.nextFetch;
    if (typeof beginning !== 'bigint' || typeof end !== 'bigint') continue;
    read.end = end;
    if (position < beginning) {
      log.info(`read ${plan.topic}[${read.partition}]: ${beginning - position} offsets are gone`);
      read.goneOffsets += beginning - position;
      read.moveTo(beginning);
    } else if (position > end) {
      log.warn(`read ${plan.topic}[${read.partition}]: the log now ends at ${end}`);
      read.moveTo(end);
      if (read.stop !== undefined && read.stop > end) read.stop = end;
    }
  }
}
