import { byTopic } from './byTopic.ts';
import type { Reader } from './reader.ts';
import type { WireRequest } from './wireRequest.ts';

/** One partition to read from. */
export interface FetchPartition {
  readonly topic: string;
  readonly partition: number;
  /** First offset wanted; the first batch may begin before it. */
  readonly offset: bigint;
  /** A batch larger than this still comes whole, when it is the first of the response. */
  readonly maxBytes: number;
  /** Of the leader as Metadata told it: a leader that is older or newer then answers with an error. */
  readonly leaderEpoch?: number;
}
/** An incremental fetch session (KIP-227): the broker remembers what was asked, and answers what is new. */
export interface FetchSessionRequest {
  /** As the broker named it; 0 for a new one. */
  readonly id: number;
  /** 0 asks for everything anew, then one more with each request; −1 ends the session. */
  readonly epoch: number;
  /** What is not asked for any more. */
  readonly forgotten: readonly Pick<FetchPartition, 'topic' | 'partition'>[];
}
/** What to fetch; sizes in bytes, waits in ms. */
export interface FetchOptions {
  /** How long the broker may wait until `minBytes` are there. */
  readonly maxWaitMs: number;
  readonly minBytes: number;
  /** Of the whole response. */
  readonly maxBytes: number;
  /** `committed`: up to the last stable offset, with the list of aborted transactions. */
  readonly isolation: 'uncommitted' | 'committed';
  /** All that is wanted; within a session what is new or has changed. */
  readonly partitions: readonly FetchPartition[];
  /** Leaves nothing in the broker where it is left out; ignored before version 7. */
  readonly session?: FetchSessionRequest | undefined;
  /** Where we are: a broker that knows replicas nearby then names one (KIP-392). */
  readonly rack?: string | undefined;
}
/** The frame of a Fetch response: record batches stay raw bytes. */
export interface FetchResponse {
  readonly throttleMs: number;
  /** Of the whole response; 0 before version 7. */
  readonly errorCode: number;
  /** 0 where the broker keeps no session for us. */
  readonly sessionId: number;
  readonly partitions: readonly FetchedPartition[];
}
/** One partition's part of a Fetch response; `records` is a view, not a copy. */
export interface FetchedPartition {
  readonly topic: string;
  readonly partition: number;
  readonly errorCode: number;
  /** End of what is replicated: the partition's end offset. */
  readonly highWatermark: bigint;
  /** End of what no open transaction can still take back. */
  readonly lastStableOffset: bigint;
  /** Beginning offset; −1 before version 5. */
  readonly logStartOffset: bigint;
  readonly abortedTransactions: readonly { producerId: bigint; firstOffset: bigint }[];
  /** Broker to read from instead (KIP-392); −1 for none. */
  readonly preferredReadReplica: number;
  /** Record batches as they lie in the log, the last one perhaps cut off: a view of the response, no copy. */
  readonly records: Buffer;
}

const nothing = Buffer.alloc(0);
const endOfSession = -1;

/**
 * Fetch (API 1), versions 4–11 (Kafka 0.11–4.x), without a consumer group. Only the frame is decoded. Give `send` a time limit above `maxWaitMs`.
 */
export function fetchRequest(options: FetchOptions): WireRequest<FetchResponse> {
  const topics = byTopic(options.partitions);
  const { session } = options;
  const forgotten = byTopic(session?.forgotten ?? []);
  return {
    apiKey: 1,
    apiName: 'Fetch',
    minVersion: 4,
    maxVersion: 11,
    encode(writer, version) {
      writer.int32(-1); // replica_id: a client
      writer.int32(options.maxWaitMs);
      writer.int32(options.minBytes);
      writer.int32(options.maxBytes);
      writer.int8(options.isolation === 'committed' ? 1 : 0);
      if (version >= 7) {
        writer.int32(session?.id ?? 0);
        writer.int32(session?.epoch ?? endOfSession);
      }
      writer.array(topics, ([topic, partitions]) => {
        writer.string(topic);
        writer.array(partitions, (wanted) => {
          writer.int32(wanted.partition);
          if (version >= 9) writer.int32(wanted.leaderEpoch ?? -1);
          writer.int64(wanted.offset);
          if (version >= 5) writer.int64(-1n); // log_start_offset: followers only
          writer.int32(wanted.maxBytes);
        });
      });
      if (version >= 7) {
        writer.array(forgotten, ([topic, partitions]) => {
          writer.string(topic);
          writer.array(partitions, ({ partition }) => {
            writer.int32(partition);
          });
        });
      }
      if (version >= 11) writer.string(options.rack ?? '');
    },
    decode(reader, version) {
      const throttleMs = reader.int32();
      const errorCode = version >= 7 ? reader.int16() : 0;
      const sessionId = version >= 7 ? reader.int32() : 0;
      const partitions = reader.array(() => {
        const topic = reader.string();
        return reader.array(() => readPartition(reader, version, topic));
      });
      return { throttleMs, errorCode, sessionId, partitions: partitions.flat() };
    },
  };
}

/**
 * Ends a fetch session, so that nothing of it stays in the broker. Not over the connection of its fetches: the last of
 * them may still wait there.
 */
export function endFetchSession(id: number): WireRequest<FetchResponse> {
  const session = { id, epoch: endOfSession, forgotten: [] };
  const nothingWanted = { maxWaitMs: 0, minBytes: 0, maxBytes: 0, partitions: [] };
  const request = fetchRequest({ ...nothingWanted, isolation: 'uncommitted', session });
  return { ...request, besideFetches: true };
}

function readPartition(reader: Reader, version: number, topic: string): FetchedPartition {
  const partition = reader.int32();
  const errorCode = reader.int16();
  const highWatermark = reader.int64();
  const lastStableOffset = reader.int64();
  const logStartOffset = version >= 5 ? reader.int64() : -1n;
  const abortedTransactions = reader.array(() => ({
    producerId: reader.int64(),
    firstOffset: reader.int64(),
  }));
  const preferredReadReplica = version >= 11 ? reader.int32() : -1;
  const records = reader.nullableBytes() ?? nothing;
  return {
    topic,
    partition,
    errorCode,
    highWatermark,
    lastStableOffset,
    logStartOffset,
    abortedTransactions,
    preferredReadReplica,
    records,
  };
}
