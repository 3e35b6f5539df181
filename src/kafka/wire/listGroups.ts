import type { WireRequest } from './wireRequest.ts';

/** The groups that one broker coordinates. */
export interface ListGroupsResponse {
  readonly errorCode: number;
  readonly groups: readonly {
    readonly id: string;
    /** `consumer`, `connect`, `share`, … as the members named it. */
    readonly protocolType: string;
    /** `Stable`, `Empty`, …; `undefined` before version 4 (KIP-518, Kafka 2.6). */
    readonly state: string | undefined;
    /** `classic`, `consumer`, `share`, `streams`, in any case; `undefined` before version 5 (KIP-848, Kafka 3.8). */
    readonly type: string | undefined;
  }[];
}

/** ListGroups (API 16), versions 0–5: the groups that the asked broker coordinates. */
export const listGroupsRequest: WireRequest<ListGroupsResponse> = {
  apiKey: 16,
  apiName: 'ListGroups',
  minVersion: 0,
  maxVersion: 5,
  flexibleFrom: 3,
  encode(writer, version) {
    if (version >= 4) writer.array([], () => undefined); // states_filter: all
    if (version >= 5) writer.array([], () => undefined); // types_filter: all
    writer.tags();
  },
  decode(reader, version) {
    if (version >= 1) reader.int32(); // throttle_time_ms
    const errorCode = reader.int16();
    const groups = reader.array(() => {
      const id = reader.string();
      const protocolType = reader.string();
      const state = version >= 4 ? reader.string() : undefined;
      const type = version >= 5 ? reader.string() : undefined;
      reader.tags();
      return { id, protocolType, state, type };
    });
    return { errorCode, groups };
  },
};
