import { isAbort, KafkaError } from '../../core/kafkaError.ts';
import type { ClusterClient } from '../connection/clusterClient.ts';
import { brokerError } from '../wire/brokerError.ts';
import { listOffsetsRequest, type OffsetAnswer, type OffsetQuery } from '../wire/listOffsets.ts';
import { describeTopics } from './listTopics.ts';
import type { TopicInfo } from './topicInfo.ts';

/** What became of one query: an offset (−1 when no record is that young) or the reason why not. */
export type OffsetLookup =
  | { readonly offset: bigint; readonly timestampMs: bigint; readonly error?: undefined }
  | { readonly offset?: undefined; readonly error: KafkaError };

/** Metadata was out of date: ask it again and go to the new leader. */
const staleLeaderCodes = new Set([3, 5, 6, 9, 74, 75, 78, 100]);
const leaderNotAvailable = 5;

/**
 * Looks up offsets of any number of partitions, one request per leader, and tells each query's result by its
 * position. A leader that has moved is found again once; a partition that fails leaves the others.
 */
export async function lookUpOffsets(
  client: ClusterClient,
  queries: readonly OffsetQuery[],
  topics: readonly TopicInfo[],
  signal?: AbortSignal,
): Promise<OffsetLookup[]> {
  const results = new Map<OffsetQuery, OffsetLookup>();
  await askLeaders(client, queries, topics, results, signal);
  const again = queries.filter((query) => isStale(results.get(query)));
  if (again.length > 0) {
    const names = [...new Set(again.map((query) => query.topic))];
    const fresh = await describeTopics(client, names, signal);
    await askLeaders(client, again, fresh, results, signal);
  }
  return queries.map((query) => results.get(query) ?? noLeader(query));
}

async function askLeaders(
  client: ClusterClient,
  queries: readonly OffsetQuery[],
  topics: readonly TopicInfo[],
  results: Map<OffsetQuery, OffsetLookup>,
  signal: AbortSignal | undefined,
): Promise<void> {
  const known = new Map(topics.map((topic) => [topic.name, topic]));
  const byLeader = new Map<number, OffsetQuery[]>();
  for (const query of queries) {
    const topic = known.get(query.topic);
    const partition = topic?.partitions.find((entry) => entry.partition === query.partition);
    const error = topic?.error ?? partition?.error;
    if (partition?.leader === undefined) results.set(query, error ? { error } : noLeader(query));
    else byLeader.set(partition.leader, [...(byLeader.get(partition.leader) ?? []), query]);
  }
  await Promise.all(
    [...byLeader].map(async ([leader, asked]) => {
      for (const [query, lookup] of await askLeader(client, leader, asked, signal)) {
        results.set(query, lookup);
      }
    }),
  );
}

async function askLeader(
  client: ClusterClient,
  leader: number,
  queries: readonly OffsetQuery[],
  signal: AbortSignal | undefined,
): Promise<Map<OffsetQuery, OffsetLookup>> {
  // A request may name a partition once: different timestamps of one partition go in requests of their own.
  const rounds = [...Map.groupBy(queries, (query) => query.timestamp).values()];
  const results = new Map<OffsetQuery, OffsetLookup>();
  await Promise.all(
    rounds.map(async (round) => {
      try {
        const answers = await client.send(leader, listOffsetsRequest(round), { signal });
        for (const query of round) results.set(query, lookupOf(query, answers));
      } catch (error) {
        if (isAbort(error) || !(error instanceof KafkaError)) throw error;
        for (const query of round) results.set(query, { error });
      }
    }),
  );
  return results;
}

function lookupOf(query: OffsetQuery, answers: readonly OffsetAnswer[]): OffsetLookup {
  const { topic, partition } = query;
  const answer = answers.find((entry) => entry.topic === topic && entry.partition === partition);
  if (!answer) return noLeader(query);
  const { errorCode, offset, timestampMs } = answer;
  if (errorCode !== 0) return { error: brokerError(errorCode, { topic, partition }) };
  return { offset, timestampMs };
}

function noLeader({ topic, partition }: OffsetQuery): OffsetLookup {
  return { error: brokerError(leaderNotAvailable, { topic, partition }) };
}

function isStale(lookup: OffsetLookup | undefined): boolean {
  const reason = lookup?.error?.reason;
  if (reason === 'connectionClosed' || reason === 'connectionRefused') return true;
  const code = lookup?.error?.details.code;
  return typeof code === 'number' && staleLeaderCodes.has(code);
}
