import { KafkaError } from '../../core/kafkaError.ts';
import { problem } from '../../core/scratch/problem.ts';
import { ProblemError } from '../../core/scratch/problemError.ts';
import { momentMs } from '../../core/scratch/values/time.ts';
import { describeTopic } from '../../kafka/admin/describeTopic.ts';
import { listPartitionOffsets } from '../../kafka/admin/listPartitionOffsets.ts';
import { lookUpOffsets } from '../../kafka/admin/lookUpOffsets.ts';
import type { TopicInfo } from '../../kafka/admin/topicInfo.ts';
import type { ClusterClient } from '../../kafka/connection/clusterClient.ts';
import type { ReadPlan, ReadStart, ReadStop } from '../../kafka/read/readPlan.ts';
import type { ReadRequest } from './planRead.ts';

/**
 * Makes the read plan of a CONSUMER that ends: at `to`, at its limit, or (with neither) at the end as it
 * is when reading starts. Rejects with `topicUnknown`, or with a ProblemError for a partition that the
 * topic lacks.
 */
export async function resolvePlan(
  request: ReadRequest,
  client: ClusterClient,
  signal: AbortSignal,
): Promise<ReadPlan> {
  const topic = await describeTopic(client, request.topic, signal);
  for (const partition of partitionsNamed(request)) {
    if (partition >= topic.partitions.length) {
      const count = topic.partitions.length;
      throw new ProblemError(problem('partitionUnknown', partition, request.topic, count));
    }
  }
  const all = request.partitions ?? topic.partitions.map(({ partition }) => partition);
  return {
    topic: request.topic,
    from: await startOf(request, all, topic, client, signal),
    to: await stopOf(request, all, topic, client, signal),
    isolation: request.isolation,
    ...(request.partitions === undefined ? {} : { partitions: request.partitions }),
    ...(request.limit === undefined ? {} : { limit: request.limit }),
  };
}

function partitionsNamed({ partitions = [], from, to }: ReadRequest): number[] {
  return [
    ...partitions,
    ...(from.kind === 'offsets' ? from.offsets.keys() : []),
    ...(to?.kind === 'offsets' ? to.offsets.keys() : []),
  ];
}

/** A time becomes an offset of each partition; `last` is exact where only one partition is read. */
async function startOf(
  { from, nowMs }: ReadRequest,
  partitions: readonly number[],
  topic: TopicInfo,
  client: ClusterClient,
  signal: AbortSignal,
): Promise<ReadStart> {
  switch (from.kind) {
    case 'earliest':
    case 'latest':
    case 'offsets':
      return from;
    case 'offset':
      return { kind: 'offsets', offsets: forAll(partitions, from.offset) };
    case 'last':
      return lastOf(from.count, partitions, topic, client, signal);
    case 'moment': {
      const atMs = momentMs(from.moment, nowMs);
      const found = await offsetsAt(atMs, partitions, topic, client, signal);
      const ends = await endsOf(partitions, topic, client, signal);
      return { kind: 'offsets', offsets: new Map([...ends, ...found]) };
    }
  }
}

async function lastOf(
  count: number,
  partitions: readonly number[],
  topic: TopicInfo,
  client: ClusterClient,
  signal: AbortSignal,
): Promise<ReadStart> {
  if (partitions.length > 1) {
    throw new ProblemError(problem('lastNotYet'), undefined, 'notSupportedYet');
  }
  const offsets = new Map<number, bigint>();
  for (const [partition, end] of await endsOf(partitions, topic, client, signal)) {
    const start = end - BigInt(count);
    offsets.set(partition, start < 0n ? 0n : start);
  }
  return { kind: 'offsets', offsets };
}

async function endsOf(
  partitions: readonly number[],
  topic: TopicInfo,
  client: ClusterClient,
  signal: AbortSignal,
): Promise<ReadonlyMap<number, bigint>> {
  const ends = new Map<number, bigint>();
  for (const { partition, end, error } of await listPartitionOffsets(client, topic, signal)) {
    if (partitions.includes(partition)) {
      if (end === undefined) {
        throw error ?? new KafkaError('leaderUnavailable', `Partition ${partition} has no leader`);
      }
      ends.set(partition, end);
    }
  }
  return ends;
}

/** The first offset at or after a time; a partition with no record that young is left out. */
async function offsetsAt(
  timestampMs: number,
  partitions: readonly number[],
  topic: TopicInfo,
  client: ClusterClient,
  signal: AbortSignal,
): Promise<ReadonlyMap<number, bigint>> {
  const timestamp = BigInt(timestampMs);
  const queries = partitions.map((partition) => ({ topic: topic.name, partition, timestamp }));
  const offsets = new Map<number, bigint>();
  for (const [index, found] of (await lookUpOffsets(client, queries, [topic], signal)).entries()) {
    if (found.error !== undefined) {
      throw found.error;
    }
    if (found.offset >= 0n) {
      offsets.set(partitions[index] ?? 0, found.offset);
    }
  }
  return offsets;
}

function forAll(partitions: readonly number[], offset: bigint): ReadonlyMap<number, bigint> {
  return new Map(partitions.map((partition) => [partition, offset]));
}

async function stopOf(
  { to, limit, nowMs }: ReadRequest,
  partitions: readonly number[],
  topic: TopicInfo,
  client: ClusterClient,
  signal: AbortSignal,
): Promise<ReadStop> {
  switch (to?.kind) {
    case undefined:
      return { kind: limit === undefined ? 'end' : 'never' };
    case 'end':
    case 'offsets':
      return to;
    case 'offset':
      return { kind: 'offsets', offsets: forAll(partitions, to.offset) };
    case 'moment': {
      const atMs = momentMs(to.moment, nowMs);
      return { kind: 'offsets', offsets: await offsetsAt(atMs, partitions, topic, client, signal) };
    }
  }
}
