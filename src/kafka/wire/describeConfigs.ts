import type { WireRequest } from './wireRequest.ts';

/** Kinds of things that have configs, with their number on the wire. */
export const configResource = { topic: 2, broker: 4 } as const;

export interface DescribedConfig {
  readonly name: string;
  /** `null` when sensitive or not set. */
  readonly value: string | null;
  readonly readOnly: boolean;
  /** `org.apache.kafka.common.requests.DescribeConfigsResponse.ConfigSource`. */
  readonly source: number;
  readonly sensitive: boolean;
}
export interface DescribeConfigsResult {
  readonly errorCode: number;
  readonly errorText: string | null;
  readonly configs: readonly DescribedConfig[];
}

/** DescribeConfigs (API 32), versions 1–4, for one topic or broker. */
export function describeConfigsRequest(
  resource: keyof typeof configResource,
  name: string,
): WireRequest<DescribeConfigsResult[]> {
  return {
    apiKey: 32,
    apiName: 'DescribeConfigs',
    minVersion: 1,
    maxVersion: 4,
    flexibleFrom: 4,
    encode(writer, version) {
      writer.array([name], (resourceName) => {
        writer.int8(configResource[resource]);
        writer.string(resourceName);
        writer.array(null, () => undefined); // configuration_keys: all
        writer.tags();
      });
      writer.boolean(false); // include_synonyms
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
          const source = reader.int8();
          const sensitive = reader.boolean();
          reader.array(() => {
            reader.string(); // synonym: name, value, source
            reader.nullableString();
            reader.int8();
            reader.tags();
          });
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
