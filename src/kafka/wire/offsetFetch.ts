import type { WireRequest } from './wireRequest.ts';

/** One committed offset. */
export interface CommittedOffset {
  readonly topic: string;
  readonly partition: number;
  /** Next offset the group will read; −1 when none is committed. */
  readonly offset: bigint;
  /** −1 when unknown. */
  readonly leaderEpoch: number;
  /** Free text that the committer left. */
  readonly metadata: string | null;
  readonly errorCode: number;
}
/** The committed offsets of one group. */
export interface OffsetFetchResponse {
  readonly errorCode: number;
  readonly offsets: readonly CommittedOffset[];
}

/** OffsetFetch (API 9), versions 2–7: all that a group has committed; must go to its coordinator. */
export function offsetFetchRequest(group: string): WireRequest<OffsetFetchResponse> {
  return {
    apiKey: 9,
    apiName: 'OffsetFetch',
    minVersion: 2,
    maxVersion: 7,
    flexibleFrom: 6,
    encode(writer, version) {
      writer.string(group);
      writer.array(null, () => undefined); // topics: all
      // require_stable: what an open transaction may still change is shown as it was, as Kafka's tools do.
      if (version >= 7) writer.boolean(false);
      writer.tags();
    },
    decode(reader, version) {
      if (version >= 3) reader.int32(); // throttle_time_ms
      const offsets = reader.array(() => {
        const topic = reader.string();
        const partitions = reader.array((): CommittedOffset => {
          const partition = reader.int32();
          const offset = reader.int64();
          const leaderEpoch = version >= 5 ? reader.int32() : -1;
          const metadata = reader.nullableString();
          const errorCode = reader.int16();
          reader.tags();
          return { topic, partition, offset, leaderEpoch, metadata, errorCode };
        });
        reader.tags();
        return partitions;
      });
      return { offsets: offsets.flat(), errorCode: reader.int16() };
    },
  };
}
