import type { Reader } from './reader.ts';
import type { WireRequest } from './wireRequest.ts';

/** Metadata, as the broker tells it. Error codes are per topic and per partition; nothing throws. */
export interface MetadataResponse {
  readonly clusterId: string | null;
  /** −1 when the broker knows none. In KRaft any live broker is named, since all forward to the controller. */
  readonly controllerId: number;
  readonly brokers: readonly MetadataBroker[];
  readonly topics: readonly MetadataTopic[];
}
/** A broker's advertised address. */
export interface MetadataBroker {
  readonly id: number;
  readonly host: string;
  readonly port: number;
  readonly rack: string | null;
}
/** A topic with its partitions, or its error. */
export interface MetadataTopic {
  readonly errorCode: number;
  readonly name: string;
  /** Kafka's printed form of the id; `undefined` before version 10 (Kafka 2.8). */
  readonly id: string | undefined;
  readonly internal: boolean;
  readonly partitions: readonly MetadataPartition[];
}
/** A partition; a leader of −1 is none. */
export interface MetadataPartition {
  readonly errorCode: number;
  readonly partition: number;
  /** −1 when there is none. */
  readonly leader: number;
  /** −1 before version 7. */
  readonly leaderEpoch: number;
  readonly replicas: readonly number[];
  readonly inSyncReplicas: readonly number[];
  readonly offlineReplicas: readonly number[];
}

/**
 * Metadata (API 3), versions 4–12. `topics`: names, `null` for all, empty for brokers only. It never creates
 * a topic: the flag against it exists since version 4, hence the floor (Kafka 0.11).
 */
export function metadataRequest(topics: readonly string[] | null): WireRequest<MetadataResponse> {
  return {
    apiKey: 3,
    apiName: 'Metadata',
    minVersion: 4,
    maxVersion: 12,
    flexibleFrom: 9,
    encode(writer, version) {
      writer.array(topics, (name) => {
        if (version >= 10) writer.uuid(new Uint8Array(16));
        writer.nullableString(name);
        writer.tags();
      });
      writer.boolean(false); // allow_auto_topic_creation
      if (version >= 8) {
        if (version <= 10) writer.boolean(false); // include_cluster_authorized_operations
        writer.boolean(false); // include_topic_authorized_operations
      }
      writer.tags();
    },
    decode(reader, version) {
      reader.int32(); // throttle_time_ms
      const brokers = reader.array(() => readBroker(reader));
      const clusterId = reader.nullableString();
      const controllerId = reader.int32();
      const found = reader.array(() => readTopic(reader, version));
      return { clusterId, controllerId, brokers, topics: found };
    },
  };
}

function readBroker(reader: Reader): MetadataBroker {
  const id = reader.int32();
  const host = reader.string();
  const port = reader.int32();
  const rack = reader.nullableString();
  reader.tags();
  return { id, host, port, rack };
}

function readTopic(reader: Reader, version: number): MetadataTopic {
  const errorCode = reader.int16();
  const name = reader.string();
  const id = version >= 10 ? reader.uuid() : undefined;
  const internal = reader.boolean();
  const partitions = reader.array(() => readPartition(reader, version));
  if (version >= 8) reader.int32(); // topic_authorized_operations
  reader.tags();
  return { errorCode, name, id, internal, partitions };
}

function readPartition(reader: Reader, version: number): MetadataPartition {
  const errorCode = reader.int16();
  const partition = reader.int32();
  const leader = reader.int32();
  const leaderEpoch = version >= 7 ? reader.int32() : -1;
  const replicas = reader.array(() => reader.int32());
  const inSyncReplicas = reader.array(() => reader.int32());
  const offlineReplicas = version >= 5 ? reader.array(() => reader.int32()) : [];
  reader.tags();
  return { errorCode, partition, leader, leaderEpoch, replicas, inSyncReplicas, offlineReplicas };
}
