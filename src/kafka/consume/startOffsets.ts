import { KafkaError } from '../../core/kafkaError.ts';
import { committedOffsets } from '../admin/committedOffsets.ts';
import { delay } from '../admin/delay.ts';
import { describeTopic } from '../admin/describeTopic.ts';
import { lookUpOffsets } from '../admin/lookUpOffsets.ts';
import type { ClusterClient } from '../connection/clusterClient.ts';
import { earliestTimestamp, latestTimestamp, timestampAt } from '../wire/listOffsets.ts';
import type { GroupPlan, GroupStart } from './groupPlan.ts';

const leaderPatienceMs = 10_000;
const retryMs = 100;

/** Where a member stood in the partitions that it has read before, and which of them stayed its own. */
export interface OwnPositions {
  readonly positions: ReadonlyMap<number, bigint>;
  readonly kept: ReadonlySet<number>;
}

/**
 * Where reading goes on in each of a member's partitions: where we were, or what others have committed since
 * where that is further; else where the plan seeks to; else what is committed; else where the plan begins.
 */
export async function startOffsets(
  client: ClusterClient,
  plan: GroupPlan,
  partitions: readonly number[],
  own: OwnPositions,
  signal: AbortSignal,
): Promise<Map<number, bigint>> {
  const listed = await committedOffsets(client, plan.group, signal);
  const committed = new Map(
    listed.flatMap(({ topic, partition, offset, errorCode }) =>
      topic === plan.topic && errorCode === 0 ? [[partition, offset] as const] : [],
    ),
  );
  const known = (partition: number): bigint | undefined => {
    const [ours, theirs] = [own.positions.get(partition), committed.get(partition)];
    if (ours === undefined) return plan.seek ? undefined : theirs;
    if (own.kept.has(partition)) return ours;
    return theirs !== undefined && theirs > ours ? theirs : ours;
  };
  const unknown = partitions.filter((partition) => known(partition) === undefined);
  const begun = await patiently(signal, () =>
    lookUp(client, plan.topic, unknown, plan.from, signal),
  );
  return new Map(
    partitions.map((partition) => [partition, known(partition) ?? begun.get(partition) ?? 0n]),
  );
}

/** The partitions of a topic that was just made, or whose broker has gone, have no leader for a moment. */
async function patiently<T>(signal: AbortSignal, ask: () => Promise<T>): Promise<T> {
  const patience = performance.now() + leaderPatienceMs;
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      const passing = error instanceof KafkaError && error.reason === 'leaderUnavailable';
      if (!passing || performance.now() > patience) throw error;
    }
    await delay(retryMs, signal);
  }
}

async function lookUp(
  client: ClusterClient,
  topic: string,
  partitions: readonly number[],
  from: GroupStart,
  signal: AbortSignal,
): Promise<ReadonlyMap<number, bigint>> {
  if (partitions.length === 0) return new Map();
  const info = await describeTopic(client, topic, signal);
  const at = async (timestamp: bigint): Promise<Map<number, bigint>> => {
    const queries = partitions.map((partition) => ({ topic, partition, timestamp }));
    const found = await lookUpOffsets(client, queries, [info], signal);
    return new Map(
      partitions.map((partition, index) => {
        const lookup = found[index];
        if (lookup?.error !== undefined) throw lookup.error;
        return [partition, lookup?.offset ?? -1n];
      }),
    );
  };
  switch (from.kind) {
    case 'earliest':
      return at(earliestTimestamp);
    case 'latest':
      return at(latestTimestamp);
    case 'offsets':
      return new Map([...(await at(latestTimestamp)), ...from.offsets]);
    case 'timestamp': {
      const ends = await at(latestTimestamp);
      const found = await at(timestampAt(from.timestampMs));
      // −1: no record is that young.
      return new Map([...ends, ...[...found].filter(([, offset]) => offset >= 0n)]);
    }
  }
}
