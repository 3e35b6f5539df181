import type { WireRequest } from './wireRequest.ts';

/** The broker that coordinates, or the error. */
export interface FindCoordinatorResponse {
  readonly errorCode: number;
  readonly errorText: string | null;
  readonly brokerId: number;
}

/** FindCoordinator (API 10), versions 0–3: the broker that coordinates a group, or (from 1 on) a transactional id. */
export function findCoordinatorRequest(
  id: string,
  kind: 'group' | 'transaction' = 'group',
): WireRequest<FindCoordinatorResponse> {
  return {
    apiKey: 10,
    apiName: 'FindCoordinator',
    minVersion: kind === 'group' ? 0 : 1,
    maxVersion: 3,
    flexibleFrom: 3,
    encode(writer, version) {
      writer.string(id);
      if (version >= 1) writer.int8(kind === 'group' ? 0 : 1); // key_type
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
