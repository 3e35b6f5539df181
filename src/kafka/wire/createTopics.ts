import type { WireRequest } from './wireRequest.ts';

/** One topic to create. */
export interface TopicToCreate {
  readonly name: string;
  /** −1 for the broker's default. */
  readonly partitions: number;
  /** −1 for the broker's default. */
  readonly replicationFactor: number;
  readonly configs: readonly (readonly [name: string, value: string])[];
}
/** The answer for one topic of a request that creates or deletes. */
export interface TopicResult {
  readonly name: string;
  readonly errorCode: number;
  readonly errorText: string | null;
}

const firstWithDefaults = 4; // KIP-464, Kafka 2.4

/** CreateTopics (API 19), versions 2–7; must go to the controller (in KRaft any broker forwards it). */
export function createTopicsRequest(
  topics: readonly TopicToCreate[],
  options: { timeoutMs: number; validateOnly?: boolean },
): WireRequest<TopicResult[]> {
  const usesDefaults = topics.some((topic) => topic.partitions < 0 || topic.replicationFactor < 0);
  return {
    apiKey: 19,
    apiName: 'CreateTopics',
    minVersion: usesDefaults ? firstWithDefaults : 2,
    maxVersion: 7,
    flexibleFrom: 5,
    repeatable: false,
    encode(writer) {
      writer.array(topics, (topic) => {
        writer.string(topic.name);
        writer.int32(topic.partitions);
        writer.int16(topic.replicationFactor);
        writer.array([], () => undefined); // assignments: the controller's choice
        writer.array(topic.configs, ([name, value]) => {
          writer.string(name);
          writer.nullableString(value);
          writer.tags();
        });
        writer.tags();
      });
      writer.int32(options.timeoutMs);
      writer.boolean(options.validateOnly ?? false);
      writer.tags();
    },
    decode(reader, version) {
      reader.int32(); // throttle_time_ms
      return reader.array(() => {
        const name = reader.string();
        if (version >= 7) reader.uuid(); // topic_id
        const errorCode = reader.int16();
        const errorText = reader.nullableString();
        if (version >= 5) {
          reader.int32(); // num_partitions
          reader.int16(); // replication_factor
          reader.array(() => {
            reader.string(); // config: name, value, read_only, source, is_sensitive
            reader.nullableString();
            reader.boolean();
            reader.int8();
            reader.boolean();
            reader.tags();
          });
        }
        reader.tags();
        return { name, errorCode, errorText };
      });
    },
  };
}
