import { problem } from '../../core/scratch/problem.ts';
import { ProblemError } from '../../core/scratch/problemError.ts';
import { momentMs } from '../../core/scratch/values/time.ts';
import { describeTopic } from '../../kafka/admin/describeTopic.ts';
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
    from: startOf(request, all),
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

function startOf({ from, nowMs }: ReadRequest, partitions: readonly number[]): ReadStart {
  switch (from.kind) {
    case 'earliest':
    case 'latest':
    case 'last':
    case 'offsets':
      return from;
    case 'offset':
      return { kind: 'offsets', offsets: forAll(partitions, from.offset) };
    case 'moment':
      return { kind: 'timestamp', timestampMs: momentMs(from.moment, nowMs) };
  }
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
      const timestamp = BigInt(momentMs(to.moment, nowMs));
      const queries = partitions.map((partition) => ({ topic: topic.name, partition, timestamp }));
      const found = await lookUpOffsets(client, queries, [topic], signal);
      const offsets = new Map<number, bigint>();
      for (const [index, { offset, error }] of found.entries()) {
        if (error !== undefined) {
          throw error;
        }
        // −1: no record is that young, so this partition is read to its end.
        if (offset >= 0n) {
          offsets.set(partitions[index] ?? 0, offset);
        }
      }
      return { kind: 'offsets', offsets };
    }
  }
}
