import type { Reader } from './reader.ts';
import type { WireRequest } from './wireRequest.ts';

/** Kinds of things that have configs, with their number on the wire. */
export const configResource = { topic: 2, broker: 4 } as const;

const defaultSource = 5;

/** One config entry of a resource. */
export interface DescribedConfig {
  readonly name: string;
  /** `null` when sensitive or not set. */
  readonly value: string | null;
  readonly readOnly: boolean;
  /**
   * `org.apache.kafka.common.requests.DescribeConfigsResponse.ConfigSource`; before version 1 (Kafka 1.1) only
   * 5, the default, and 0, something else, are told apart.
   */
  readonly source: number;
  readonly sensitive: boolean;
}
/** The configs of one resource, or its error. */
export interface DescribeConfigsResult {
  readonly errorCode: number;
  readonly errorText: string | null;
  readonly configs: readonly DescribedConfig[];
}

/** DescribeConfigs (API 32), versions 0–4, for one topic or broker. */
export function describeConfigsRequest(
  resource: keyof typeof configResource,
  name: string,
): WireRequest<DescribeConfigsResult[]> {
  return {
    apiKey: 32,
    apiName: 'DescribeConfigs',
    minVersion: 0,
    maxVersion: 4,
    flexibleFrom: 4,
    encode(writer, version) {
      writer.array([name], (resourceName) => {
        writer.int8(configResource[resource]);
        writer.string(resourceName);
        writer.array(null, () => undefined); // configuration_keys: all
        writer.tags();
      });
      if (version >= 1) writer.boolean(false); // include_synonyms
      if (version >= 3) writer.boolean(false); // include_documentation
      writer.tags();
    },
    decode(reader, version) {
      reader.int32(); // throttle_time_ms
      return reader.array(() => {
        const errorCode = reader.int16();
        const errorText = reader.nullableString();
        reader.int8(); // resource_type
        reader.string(); // resource_name
        const configs = reader.array((): DescribedConfig => {
          const configName = reader.string();
          const value = reader.nullableString();
          const readOnly = reader.boolean();
          const source = version >= 1 ? reader.int8() : reader.boolean() ? defaultSource : 0;
          const sensitive = reader.boolean();
          if (version >= 1) reader.array(() => skipSynonym(reader));
          if (version >= 3) {
            reader.int8(); // config_type
            reader.nullableString(); // documentation
          }
          reader.tags();
          return { name: configName, value, readOnly, source, sensitive };
        });
        reader.tags();
        return { errorCode, errorText, configs };
      });
    },
  };
}

function skipSynonym(reader: Reader): void {
  reader.string(); // name
  reader.nullableString(); // value
  reader.int8(); // source
  reader.tags();
}
