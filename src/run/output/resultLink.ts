import type { NotebookTarget } from '../../protocol/notebookOutput.ts';
import type { TailStart } from '../../protocol/tailPlan.ts';
import type { BlockResult, ReadRecord } from '../blockResult.ts';

/**
 * The tail view that begins where a result does: at the first record of one partition, else at the time of the
 * oldest one. Undefined where nothing was written or read.
 */
export function resultLink(
  { records = [], ranges = [] }: BlockResult,
  cluster: string,
): NotebookTarget | undefined {
  const places = [
    ...records,
    ...ranges.map(({ topic, partition, firstOffset }) => ({
      topic,
      partition,
      offset: firstOffset,
    })),
  ];
  const [first] = places;
  if (first === undefined) return undefined;
  const { topic, partition, offset } = first;
  const isOne = places.every((place) => place.topic === topic && place.partition === partition);
  return isOne && offset !== undefined
    ? {
        cluster,
        topic,
        plan: { from: { kind: 'offset', partition, offset }, partitions: [partition] },
      }
    : { cluster, topic, plan: { from: oldest(records.filter((record) => 'value' in record)) } };
}

function oldest(records: readonly ReadRecord[]): TailStart {
  const times = records.map(({ timestamp }) => timestamp).filter((time) => time >= 0);
  return times.length === 0
    ? { kind: 'beginning' }
    : { kind: 'time', timestampMs: times.reduce((least, time) => Math.min(least, time)) };
}
