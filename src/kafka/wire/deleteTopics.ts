import type { TopicResult } from './createTopics.ts';
import type { WireRequest } from './wireRequest.ts';

/** DeleteTopics (API 20), versions 1–5, by name; must go to the controller (in KRaft any broker forwards it). */
export function deleteTopicsRequest(
  names: readonly string[],
  options: { timeoutMs: number },
): WireRequest<TopicResult[]> {
  return {
    apiKey: 20,
    apiName: 'DeleteTopics',
    minVersion: 1,
    maxVersion: 5,
    flexibleFrom: 4,
    repeatable: false,
    encode(writer) {
      writer.array(names, (name) => {
        writer.string(name);
      });
      writer.int32(options.timeoutMs);
      writer.tags();
    },
    decode(reader, version) {
      reader.int32(); // throttle_time_ms
      return reader.array(() => {
        const name = reader.string();
        const errorCode = reader.int16();
        const errorText = version >= 5 ? reader.nullableString() : null;
        reader.tags();
        return { name, errorCode, errorText };
      });
    },
  };
}
