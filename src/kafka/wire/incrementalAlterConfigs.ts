import { configResource } from './describeConfigs.ts';
import type { TopicResult } from './createTopics.ts';
import type { WireRequest } from './wireRequest.ts';

const set = 0;

/** IncrementalAlterConfigs (API 44, Kafka 2.3), versions 0–1: sets configs of one topic and leaves its others. */
export function incrementalAlterConfigsRequest(
  topic: string,
  configs: readonly (readonly [name: string, value: string])[],
): WireRequest<TopicResult[]> {
  return {
    apiKey: 44,
    apiName: 'IncrementalAlterConfigs',
    minVersion: 0,
    maxVersion: 1,
    flexibleFrom: 1,
    repeatable: false,
    encode(writer) {
      writer.array([topic], (name) => {
        writer.int8(configResource.topic);
        writer.string(name);
        writer.array(configs, ([config, value]) => {
          writer.string(config);
          writer.int8(set);
          writer.nullableString(value);
          writer.tags();
        });
        writer.tags();
      });
      writer.boolean(false); // validate_only
      writer.tags();
    },
    decode(reader) {
      reader.int32(); // throttle_time_ms
      return reader.array(() => {
        const errorCode = reader.int16();
        const errorText = reader.nullableString();
        reader.int8(); // resource_type
        const name = reader.string();
        reader.tags();
        return { name, errorCode, errorText };
      });
    },
  };
}
