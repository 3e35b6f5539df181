import type { WireRequest } from './wireRequest.ts';

/** The id and epoch that a broker knows a producer by, so that it can drop what is sent twice. */
export interface ProducerId {
  readonly producerId: bigint;
  readonly epoch: number;
}

/**
 * InitProducerId (API 22), versions 0–1: of any broker, or with a transactional id of that id's coordinator,
 * which then aborts what an earlier producer of the same id left open.
 */
export function initProducerIdRequest(transaction?: {
  readonly transactionalId: string;
  readonly timeoutMs: number;
}): WireRequest<ProducerId & { readonly errorCode: number }> {
  return {
    apiKey: 22,
    apiName: 'InitProducerId',
    minVersion: 0,
    maxVersion: 1,
    encode(writer) {
      writer.nullableString(transaction?.transactionalId ?? null);
      writer.int32(transaction?.timeoutMs ?? 0x7fffffff);
    },
    decode(reader) {
      reader.int32(); // throttle_time_ms
      const errorCode = reader.int16();
      return { errorCode, producerId: reader.int64(), epoch: reader.int16() };
    },
  };
}
