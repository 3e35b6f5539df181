import type { TopicResult } from './createTopics.ts';
import type { WireRequest } from './wireRequest.ts';

/** CreatePartitions (API 37), versions 0–3, for one topic; must go to the controller. `count` is the new total. */
export function createPartitionsRequest(
  topic: string,
  count: number,
  options: { timeoutMs: number },
): WireRequest<TopicResult[]> {
  return {
    apiKey: 37,
    apiName: 'CreatePartitions',
    minVersion: 0,
    maxVersion: 3,
    flexibleFrom: 2,
    repeatable: false,
    encode(writer) {
      writer.array([topic], (name) => {
        writer.string(name);
        writer.int32(count);
        writer.array(null, () => undefined); // assignments: the controller's choice
        writer.tags();
      });
      writer.int32(options.timeoutMs);
      writer.boolean(false); // validate_only
      writer.tags();
    },
    decode(reader) {
      reader.int32(); // throttle_time_ms
      return reader.array(() => {
        const name = reader.string();
        const errorCode = reader.int16();
        const errorText = reader.nullableString();
        reader.tags();
        return { name, errorCode, errorText };
      });
    },
  };
}
