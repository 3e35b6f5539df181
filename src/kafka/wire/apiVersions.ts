import type { Reader } from './reader.ts';
import type { WireRequest } from './wireRequest.ts';

/** What a broker can do. */
export interface ApiVersionsResponse {
  readonly errorCode: number;
  readonly apis: readonly { apiKey: number; minVersion: number; maxVersion: number }[];
  /** Finalized features of the cluster and their level, e.g. `metadata.version` → 30; empty before version 3. */
  readonly features: ReadonlyMap<string, number>;
}

const finalizedFeaturesTag = 2;

/** ApiVersions (API 18), versions 0–3: allowed before any authentication. */
export const apiVersionsRequest: WireRequest<ApiVersionsResponse> = {
  apiKey: 18,
  apiName: 'ApiVersions',
  minVersion: 0,
  maxVersion: 3,
  flexibleFrom: 3,
  plainResponseHeader: true,
  encode(writer, version) {
    if (version < 3) return;
    writer.string('kafka-workbench'); // client_software_name
    writer.string('0'); // client_software_version: brokers want a name and a version without spaces
    writer.tags();
  },
  decode(reader, version) {
    const errorCode = reader.int16();
    const apis = reader.array(() => {
      const api = {
        apiKey: reader.int16(),
        minVersion: reader.int16(),
        maxVersion: reader.int16(),
      };
      reader.tags();
      return api;
    });
    const features = new Map<string, number>();
    if (version >= 1) reader.int32(); // throttle_time_ms
    reader.tags((tag, field) => {
      if (tag === finalizedFeaturesTag) readFeatures(field, features);
    });
    return { errorCode, apis, features };
  },
};

function readFeatures(field: Reader, features: Map<string, number>): void {
  field.array(() => {
    const name = field.string();
    features.set(name, field.int16()); // max_version_level
    field.int16(); // min_version_level
    field.tags();
  });
}
