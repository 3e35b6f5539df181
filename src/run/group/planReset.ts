import { problem } from '../../core/scratch/problem.ts';
import { ProblemError } from '../../core/scratch/problemError.ts';
import type { ScratchBlock } from '../../core/scratch/scratchDocument.ts';
import { findProperty } from '../../core/scratch/findProperty.ts';
import type { ResetValue } from '../../core/scratch/values/groupReset.ts';
import { momentMs } from '../../core/scratch/values/time.ts';
import { listGroupOffsets } from '../../kafka/admin/listGroupOffsets.ts';
import { describeTopics } from '../../kafka/admin/listTopics.ts';
import { lookUpOffsets } from '../../kafka/admin/lookUpOffsets.ts';
import { earliestTimestamp, latestTimestamp, timestampAt } from '../../kafka/wire/listOffsets.ts';
import type { RunContext } from '../runContext.ts';

/** The partitions that a GROUP block means; all that the group has committed where nothing is named. */
export interface GroupChoice {
  readonly topic: string | undefined;
  readonly partitions: readonly number[] | undefined;
}

/** A committed offset and where it goes; `from` is undefined where none is committed. */
export interface OffsetMove {
  readonly topic: string;
  readonly partition: number;
  readonly from: bigint | undefined;
  readonly to: bigint;
}

interface Place {
  readonly topic: string;
  readonly partition: number;
  readonly from: bigint | undefined;
  readonly beginning: bigint;
  readonly end: bigint;
}

/** Where each committed offset goes. Offsets beyond what a partition has go to its nearest end, as Kafka's tool does. */
export async function planReset(
  group: string,
  choice: GroupChoice,
  reset: ResetValue,
  block: ScratchBlock,
  context: RunContext,
): Promise<OffsetMove[]> {
  const places = await chosenPlaces(group, choice, context);
  if (places.length === 0) {
    throw new ProblemError(problem('groupNothingCommitted', group), block.argumentRange);
  }
  const target = await targetOf(reset, places, block, context);
  const moves = places.flatMap((place) => {
    const wanted = target(place);
    if (wanted === undefined) return [];
    const { topic, partition, from, beginning, end } = place;
    const to = wanted < beginning ? beginning : wanted > end ? end : wanted;
    return [{ topic, partition, from, to }];
  });
  if (moves.length > 0) return moves;
  // Only what was committed can be shifted or copied.
  const found = problem('groupNothingToTake', reset.kind === 'like' ? reset.group : group);
  throw new ProblemError(found, findProperty(block, 'reset')?.valueRange);
}

async function chosenPlaces(
  group: string,
  { topic, partitions }: GroupChoice,
  { client, signal }: RunContext,
): Promise<Place[]> {
  const committed = await listGroupOffsets(client, group, signal);
  const names = topic === undefined ? [...new Set(committed.map((one) => one.topic))] : [topic];
  const topics = await describeTopics(client, names, signal);
  const wanted = topics.flatMap((info) => {
    if (info.error !== undefined) {
      // A topic that is gone is not in the way of the others; the one that is named is.
      if (topic !== undefined) throw info.error;
      return [];
    }
    return info.partitions
      .map(({ partition }) => ({
        topic: info.name,
        partition,
        from: committed.find((one) => one.topic === info.name && one.partition === partition)
          ?.committed,
      }))
      .filter(({ from }) => topic !== undefined || from !== undefined);
  });
  const missing = partitions?.find((one) => !wanted.some(({ partition }) => partition === one));
  if (missing !== undefined && topic !== undefined) {
    throw new ProblemError(problem('partitionUnknown', missing, topic, wanted.length));
  }
  const places = wanted.filter(({ partition }) => partitions?.includes(partition) ?? true);
  const queries = [earliestTimestamp, latestTimestamp].flatMap((timestamp) =>
    places.map((place) => ({ topic: place.topic, partition: place.partition, timestamp })),
  );
  const found = await lookUpOffsets(client, queries, topics, signal);
  return places.map((place, index) => {
    const [beginning, end] = [found[index], found[index + places.length]];
    const error = beginning?.error ?? end?.error;
    if (error !== undefined) throw error;
    return { ...place, beginning: beginning?.offset ?? 0n, end: end?.offset ?? 0n };
  });
}

/** The offset wanted for a place, before it is kept within the partition; undefined leaves it alone. */
async function targetOf(
  reset: ResetValue,
  places: readonly Place[],
  block: ScratchBlock,
  { client, signal, now }: RunContext,
): Promise<(place: Place) => bigint | undefined> {
  switch (reset.kind) {
    case 'earliest':
      return ({ beginning }) => beginning;
    case 'latest':
      return ({ end }) => end;
    case 'offset':
      return () => reset.offset;
    case 'offsets': {
      const strange = [...reset.offsets.keys()].find(
        (one) => !places.some(({ partition }) => partition === one),
      );
      if (strange !== undefined) {
        const [first] = places;
        const found = problem('partitionUnknown', strange, first?.topic ?? '', places.length);
        throw new ProblemError(found, findProperty(block, 'reset')?.valueRange);
      }
      return ({ partition }) => reset.offsets.get(partition);
    }
    case 'shift':
      return ({ from }) => (from === undefined ? undefined : from + reset.by);
    case 'moment': {
      const timestamp = timestampAt(momentMs(reset.moment, now()));
      const queries = places.map(({ topic, partition }) => ({ topic, partition, timestamp }));
      const topics = await describeTopics(
        client,
        [...new Set(places.map(({ topic }) => topic))],
        signal,
      );
      const found = await lookUpOffsets(client, queries, topics, signal);
      return (place) => {
        const lookup = found[places.indexOf(place)];
        if (lookup?.error !== undefined) throw lookup.error;
        // No record is that young: the end, as Kafka's tool does.
        return lookup === undefined || lookup.offset < 0n ? place.end : lookup.offset;
      };
    }
    case 'like': {
      const others = await listGroupOffsets(client, reset.group, signal);
      return ({ topic, partition }) =>
        others.find((one) => one.topic === topic && one.partition === partition)?.committed;
    }
  }
}
