import { Reader } from './reader.ts';
import { Writer } from './writer.ts';

/** The partitions of one topic that a member was given. */
export interface TopicPartitions {
  readonly topic: string;
  readonly partitions: readonly number[];
}

/**
 * What a member of a group of protocol `consumer` wants to read (`ConsumerProtocolSubscription`, version 0,
 * which every client understands).
 */
export function subscriptionBytes(topics: readonly string[]): Buffer {
  const writer = new Writer();
  writer.int16(0); // version
  writer.array(topics, (topic) => {
    writer.string(topic);
  });
  writer.nullableBytes(null); // user_data
  return writer.bytes();
}

/** The topics that a member wants. These bytes are a client's: what cannot be read counts as none. */
export function readSubscription(bytes: Buffer | null): string[] {
  return read(bytes, (reader) => reader.array(() => reader.string()));
}

/** What the group's leader gives to one member (`ConsumerProtocolAssignment`, version 0). */
export function assignmentBytes(assignment: readonly TopicPartitions[]): Buffer {
  const writer = new Writer();
  writer.int16(0); // version
  writer.array(assignment, ({ topic, partitions }) => {
    writer.string(topic);
    writer.array(partitions, (partition) => {
      writer.int32(partition);
    });
  });
  writer.nullableBytes(null); // user_data
  return writer.bytes();
}

/** What a member was given. These bytes are a client's: what cannot be read counts as no assignment. */
export function readAssignment(bytes: Buffer | null): TopicPartitions[] {
  return read(bytes, (reader) =>
    reader.array(() => ({
      topic: reader.string(),
      partitions: reader.array(() => reader.int32()),
    })),
  );
}

function read<T>(bytes: Buffer | null, content: (reader: Reader) => T[]): T[] {
  if (bytes === null || bytes.length === 0) return [];
  try {
    const reader = new Reader(bytes);
    reader.int16(); // version: later ones only append fields
    return content(reader);
  } catch {
    return [];
  }
}
