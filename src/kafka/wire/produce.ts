import type { WireRequest } from './wireRequest.ts';
import { byTopic } from './byTopic.ts';

/** Acknowledgements: by nobody, by the leader, by all in-sync replicas. */
export type Acks = 0 | 1 | -1;

/** One record batch for one partition; a request has at most one of each. */
export interface PartitionBatch {
  readonly topic: string;
  readonly partition: number;
  readonly batch: Uint8Array;
}
/** What became of one partition's batch, apart from the others of the request. */
export interface ProducedPartition {
  readonly topic: string;
  readonly partition: number;
  readonly errorCode: number;
  readonly errorText: string | null;
  /** Offset of the batch's first record; −1 when it was not written or nobody told. */
  readonly baseOffset: bigint;
  /** The broker's time where the topic uses that (`message.timestamp.type`), else −1. */
  readonly logAppendTimeMs: bigint;
  /** Which records made the broker refuse the batch, with its words (version 8, Kafka 2.4). */
  readonly recordErrors: readonly { index: number; text: string | null }[];
}

/**
 * Produce (API 0), versions 3–8; every partition's leader must be the asked broker. With acks 0 there is no
 * answer: the send resolves, with nothing told, once the request is handed to the socket.
 */
export function produceRequest(
  batches: readonly PartitionBatch[],
  options: {
    acks: Acks;
    timeoutMs: number;
    usesZstd?: boolean;
    transactionalId?: string | undefined;
    onEncode?: () => void;
  },
): WireRequest<ProducedPartition[]> {
  return {
    apiKey: 0,
    apiName: 'Produce',
    minVersion: options.usesZstd === true ? 7 : 3,
    maxVersion: 8,
    expectsResponse: options.acks !== 0,
    repeatable: false,
    encode(writer) {
      options.onEncode?.();
      writer.nullableString(options.transactionalId ?? null);
      writer.int16(options.acks);
      writer.int32(options.timeoutMs);
      writer.array(byTopic(batches), ([topic, partitions]) => {
        writer.string(topic);
        writer.array(partitions, ({ partition, batch }) => {
          writer.int32(partition);
          writer.int32(batch.length);
          writer.reference(batch);
        });
      });
    },
    decode(reader, version) {
      if (options.acks === 0) return [];
      const topics = reader.array(() => {
        const topic = reader.string();
        return reader.array((): ProducedPartition => {
          const partition = reader.int32();
          const errorCode = reader.int16();
          const baseOffset = reader.int64();
          const logAppendTimeMs = reader.int64();
          if (version >= 5) reader.int64(); // log_start_offset
          const recordErrors =
            version >= 8
              ? reader.array(() => ({ index: reader.int32(), text: reader.nullableString() }))
              : [];
          const errorText = version >= 8 ? reader.nullableString() : null;
          return {
            topic,
            partition,
            errorCode,
            errorText,
            baseOffset,
            logAppendTimeMs,
            recordErrors,
          };
        });
      });
      return topics.flat();
    },
  };
}
