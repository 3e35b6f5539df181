import { byTopic } from './byTopic.ts';
import type { WireRequest } from './wireRequest.ts';

/** Asks for the beginning offset. */
export const earliestTimestamp = -2n;
/** Asks for the end offset: the high watermark, or the last stable offset when `readCommitted`. */
export const latestTimestamp = -1n;

/** Asks for the first record at or after a time in ms since 1970; no earlier one, as negative numbers mean other things. */
export function timestampAt(timestampMs: number): bigint {
  return BigInt(Math.max(Math.trunc(timestampMs), 0));
}

/** One partition to look up; `timestamp` is ms since 1970 or one of the two special values above. */
export interface OffsetQuery {
  readonly topic: string;
  readonly partition: number;
  readonly timestamp: bigint;
}
/** One partition's answer: an offset, or its error. */
export interface OffsetAnswer {
  readonly topic: string;
  readonly partition: number;
  readonly errorCode: number;
  /** The first offset whose timestamp is at or after the asked one; −1 when there is none. */
  readonly offset: bigint;
  /** That record's timestamp in ms; −1 for the special values. */
  readonly timestampMs: bigint;
  /** −1 before version 4. */
  readonly leaderEpoch: number;
}

/**
 * ListOffsets (API 2), versions 1–7; must go to the leader of every partition named. One request may ask for
 * a partition once only.
 */
export function listOffsetsRequest(
  queries: readonly OffsetQuery[],
  options: { readCommitted?: boolean } = {},
): WireRequest<OffsetAnswer[]> {
  const topics = byTopic(queries);
  return {
    apiKey: 2,
    apiName: 'ListOffsets',
    minVersion: 1,
    maxVersion: 7,
    flexibleFrom: 6,
    encode(writer, version) {
      writer.int32(-1); // replica_id: a client
      if (version >= 2) writer.int8(options.readCommitted === true ? 1 : 0);
      writer.array(topics, ([topic, partitions]) => {
        writer.string(topic);
        writer.array(partitions, ({ partition, timestamp }) => {
          writer.int32(partition);
          if (version >= 4) writer.int32(-1); // current_leader_epoch: not known
          writer.int64(timestamp);
          writer.tags();
        });
        writer.tags();
      });
      writer.tags();
    },
    decode(reader, version) {
      if (version >= 2) reader.int32(); // throttle_time_ms
      const answers = reader.array(() => {
        const topic = reader.string();
        const partitions = reader.array((): OffsetAnswer => {
          const partition = reader.int32();
          const errorCode = reader.int16();
          const timestampMs = reader.int64();
          const offset = reader.int64();
          const leaderEpoch = version >= 4 ? reader.int32() : -1;
          reader.tags();
          return { topic, partition, errorCode, offset, timestampMs, leaderEpoch };
        });
        reader.tags();
        return partitions;
      });
      return answers.flat();
    },
  };
}
