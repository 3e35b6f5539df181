import type { WireRequest } from './wireRequest.ts';

/** Where the replicas of one partition shall be: broker ids, the preferred leader first. */
export interface ReplicasOfPartition {
  readonly partition: number;
  readonly replicas: readonly number[];
}

/** What the controller said, of the whole request or of its first partition that it refused; code 0 for neither. */
export interface ReassignmentResult {
  readonly errorCode: number;
  readonly errorText: string | null;
}

/** AlterPartitionReassignments (API 45), version 0, for one topic; must go to the controller (Kafka 2.4, KIP-455). */
export function alterPartitionReassignmentsRequest(
  topic: string,
  partitions: readonly ReplicasOfPartition[],
  options: { timeoutMs: number },
): WireRequest<ReassignmentResult> {
  return {
    apiKey: 45,
    apiName: 'AlterPartitionReassignments',
    minVersion: 0,
    maxVersion: 0,
    flexibleFrom: 0,
    repeatable: false,
    encode(writer) {
      writer.int32(options.timeoutMs);
      writer.array([topic], (name) => {
        writer.string(name);
        writer.array(partitions, ({ partition, replicas }) => {
          writer.int32(partition);
          writer.array(replicas, (broker) => {
            writer.int32(broker);
          });
          writer.tags();
        });
        writer.tags();
      });
      writer.tags();
    },
    decode(reader) {
      reader.int32(); // throttle_time_ms
      const whole = { errorCode: reader.int16(), errorText: reader.nullableString() };
      const topics = reader.array(() => {
        reader.string(); // name
        const each = reader.array((): ReassignmentResult => {
          reader.int32(); // partition_index
          const result = { errorCode: reader.int16(), errorText: reader.nullableString() };
          reader.tags();
          return result;
        });
        reader.tags();
        return each;
      });
      if (whole.errorCode !== 0) return whole;
      return topics.flat().find(({ errorCode }) => errorCode !== 0) ?? whole;
    },
  };
}
