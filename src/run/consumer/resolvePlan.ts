import { problem } from '../../core/scratch/problem.ts';
import { ProblemError } from '../../core/scratch/problemError.ts';
import { momentMs } from '../../core/scratch/values/time.ts';
import { describeTopic } from '../../kafka/admin/describeTopic.ts';
import type { ClusterClient } from '../../kafka/connection/clusterClient.ts';
import type { GroupPlan, GroupStart } from '../../kafka/consume/groupPlan.ts';
import type { ReadPlan, ReadStart, ReadStop } from '../../kafka/read/readPlan.ts';
import type { GroupRequest, ReadRequest } from './planRead.ts';

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
  const all = await partitionsOf(request, client, signal);
  const { partitions, limit, where } = request;
  return {
    topic: request.topic,
    from: startOf(request, all),
    to: stopOf(request, all),
    isolation: request.isolation,
    ...(partitions === undefined ? {} : { partitions }),
    ...(limit === undefined ? {} : { limit }),
    ...(where === undefined ? {} : { filter: [{ kind: 'cel', expression: where }] }),
  };
}

/** As {@link resolvePlan}, for a request that names a group. */
export async function resolveGroupPlan(
  request: ReadRequest & { readonly group: GroupRequest },
  client: ClusterClient,
  signal: AbortSignal,
): Promise<GroupPlan> {
  const plan = await resolvePlan(request, client, signal);
  const { id, commit, seek } = request.group;
  return { ...plan, from: groupStart(plan.from), group: id, commit, seek };
}

/** `planRead` lets no group start at the last records. */
function groupStart(from: ReadStart): GroupStart {
  return from.kind === 'last' || from.kind === 'beforeEnd' ? { kind: 'latest' } : from;
}

/** The numbers of the partitions that are read. */
async function partitionsOf(
  { topic, partitions = [], from, to, ...rest }: ReadRequest,
  client: ClusterClient,
  signal: AbortSignal,
): Promise<readonly number[]> {
  const info = await describeTopic(client, topic, signal);
  const count = info.partitions.length;
  const named = [
    ...partitions,
    ...(from.kind === 'offsets' ? from.offsets.keys() : []),
    ...(to?.kind === 'offsets' ? to.offsets.keys() : []),
  ];
  const strange = named.find((partition) => partition >= count);
  if (strange !== undefined) {
    throw new ProblemError(problem('partitionUnknown', strange, topic, count));
  }
  const isGroup = rest.group !== undefined;
  const all = info.partitions.map(({ partition }) => partition);
  return partitions.length === 0 || isGroup ? all : partitions;
}

function startOf({ from, nowMs }: ReadRequest, partitions: readonly number[]): ReadStart {
  switch (from.kind) {
    case 'earliest':
    case 'latest':
    case 'offsets':
    case 'last':
      return from;
    case 'offset':
      return { kind: 'offsets', offsets: forAll(partitions, from.offset) };
    case 'moment':
      return { kind: 'timestamp', timestampMs: momentMs(from.moment, nowMs) };
  }
}

function stopOf({ to, limit, nowMs }: ReadRequest, partitions: readonly number[]): ReadStop {
  switch (to?.kind) {
    case undefined:
      return { kind: limit === undefined ? 'end' : 'never' };
    case 'end':
    case 'offsets':
      return to;
    case 'offset':
      return { kind: 'offsets', offsets: forAll(partitions, to.offset) };
    case 'moment':
      return { kind: 'timestamp', timestampMs: momentMs(to.moment, nowMs) };
  }
}

function forAll(partitions: readonly number[], offset: bigint): ReadonlyMap<number, bigint> {
  return new Map(partitions.map((partition) => [partition, offset]));
}
