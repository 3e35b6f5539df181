import type { Reader } from './reader.ts';
import type { WireRequest } from './wireRequest.ts';

/** Who leads the metadata quorum (KIP-595). */
export interface DescribeQuorumResponse {
  readonly errorCode: number;
  /** Node id of the active controller; −1 when there is none. A broker only where a node has both roles. */
  readonly leaderId: number;
}

const metadataTopic = '__cluster_metadata';

/** DescribeQuorum (API 55), versions 0–1 (KRaft only, Kafka 3.3): who leads the controllers. */
export const describeQuorumRequest: WireRequest<DescribeQuorumResponse> = {
  apiKey: 55,
  apiName: 'DescribeQuorum',
  minVersion: 0,
  maxVersion: 1,
  flexibleFrom: 0,
  encode(writer) {
    writer.array([metadataTopic], (topic) => {
      writer.string(topic);
      writer.array([0], (partition) => {
        writer.int32(partition);
        writer.tags();
      });
      writer.tags();
    });
    writer.tags();
  },
  decode(reader, version) {
    const errorCode = reader.int16();
    const leaders = reader.array(() => {
      reader.string(); // topic_name
      const partitions = reader.array(() => readLeader(reader, version));
      reader.tags();
      return partitions;
    });
    const first = leaders.flat()[0];
    return { errorCode: errorCode || (first?.errorCode ?? 0), leaderId: first?.leaderId ?? -1 };
  },
};

function readLeader(reader: Reader, version: number): DescribeQuorumResponse {
  reader.int32(); // partition_index
  const errorCode = reader.int16();
  const leaderId = reader.int32();
  reader.int32(); // leader_epoch
  reader.int64(); // high_watermark
  const skipReplica = (): void => {
    reader.int32(); // replica_id
    reader.int64(); // log_end_offset
    if (version >= 1) {
      reader.int64(); // last_fetch_timestamp
      reader.int64(); // last_caught_up_timestamp
    }
    reader.tags();
  };
  reader.array(skipReplica); // current_voters
  reader.array(skipReplica); // observers
  reader.tags();
  return { errorCode, leaderId };
}
