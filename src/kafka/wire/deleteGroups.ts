import type { WireRequest } from './wireRequest.ts';

/** DeleteGroups (API 42), versions 0–2, for one group: its error code; must go to its coordinator. */
export function deleteGroupsRequest(group: string): WireRequest<number> {
  return {
    apiKey: 42,
    apiName: 'DeleteGroups',
    minVersion: 0,
    maxVersion: 2,
    flexibleFrom: 2,
    repeatable: false,
    encode(writer) {
      writer.array([group], (name) => {
        writer.string(name);
      });
      writer.tags();
    },
    decode(reader) {
      reader.int32(); // throttle_time_ms
      const codes = reader.array(() => {
        reader.string(); // group_id
        const errorCode = reader.int16();
        reader.tags();
        return errorCode;
      });
      return codes[0] ?? 0;
    },
  };
}
