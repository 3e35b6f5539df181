import type { WireRequest } from './wireRequest.ts';

/** The broker that coordinates a group, or the error. */
export interface FindCoordinatorResponse {
  readonly errorCode: number;
  readonly errorText: string | null;
  readonly brokerId: number;
}

/** FindCoordinator (API 10), versions 0–3: the broker that coordinates a group. */
export function findCoordinatorRequest(group: string): WireRequest<FindCoordinatorResponse> {
  return {
    apiKey: 10,
    apiName: 'FindCoordinator',
    minVersion: 0,
    maxVersion: 3,
    flexibleFrom: 3,
    encode(writer, version) {
      writer.string(group);
      if (version >= 1) writer.int8(0); // key_type: group
      writer.tags();
    },
    decode(reader, version) {
      if (version >= 1) reader.int32(); // throttle_time_ms
      const errorCode = reader.int16();
      const errorText = version >= 1 ? reader.nullableString() : null;
      return { errorCode, errorText, brokerId: reader.int32() };
    },
  };
}
