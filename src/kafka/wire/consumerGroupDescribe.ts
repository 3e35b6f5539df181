import type { TopicPartitions } from './consumerProtocol.ts';
import type { DescribedMember } from './describeGroups.ts';
import type { Reader } from './reader.ts';
import type { WireRequest } from './wireRequest.ts';

/** A group of the consumer protocol (KIP-848). */
export interface DescribedConsumerGroup {
  /** GROUP_ID_NOT_FOUND (69) also for a group of another protocol. */
  readonly errorCode: number;
  readonly errorText: string | null;
  readonly id: string;
  readonly state: string;
  readonly assignor: string;
  readonly members: readonly DescribedMember[];
}

/** ConsumerGroupDescribe (API 69), versions 0–1 (Kafka 3.7), for one group; must go to its coordinator. */
export function consumerGroupDescribeRequest(group: string): WireRequest<DescribedConsumerGroup[]> {
  return {
    apiKey: 69,
    apiName: 'ConsumerGroupDescribe',
    minVersion: 0,
    maxVersion: 1,
    flexibleFrom: 0,
    encode(writer) {
      writer.array([group], (id) => {
        writer.string(id);
      });
      writer.boolean(false); // include_authorized_operations
      writer.tags();
    },
    decode(reader, version) {
      reader.int32(); // throttle_time_ms
      return reader.array(() => readGroup(reader, version));
    },
  };
}

function readGroup(reader: Reader, version: number): DescribedConsumerGroup {
  const errorCode = reader.int16();
  const errorText = reader.nullableString();
  const id = reader.string();
  const state = reader.string();
  reader.int32(); // group_epoch
  reader.int32(); // assignment_epoch
  const assignor = reader.string();
  const members = reader.array(() => readMember(reader, version));
  reader.int32(); // authorized_operations
  reader.tags();
  return { errorCode, errorText, id, state, assignor, members };
}

function readMember(reader: Reader, version: number): DescribedMember {
  const memberId = reader.string();
  const instanceId = reader.nullableString();
  reader.nullableString(); // rack_id
  reader.int32(); // member_epoch
  const clientId = reader.string();
  const host = reader.string();
  reader.array(() => reader.string()); // subscribed_topic_names
  reader.nullableString(); // subscribed_topic_regex
  const assignments = readAssignment(reader);
  readAssignment(reader); // target_assignment
  if (version >= 1) reader.int8(); // member_type
  reader.tags();
  return { memberId, instanceId, clientId, host, assignments };
}

function readAssignment(reader: Reader): TopicPartitions[] {
  const assignments = reader.array((): TopicPartitions => {
    reader.uuid(); // topic_id
    const topic = reader.string();
    const partitions = reader.array(() => reader.int32());
    reader.tags();
    return { topic, partitions };
  });
  reader.tags();
  return assignments;
}
