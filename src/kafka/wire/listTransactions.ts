import type { WireRequest } from './wireRequest.ts';

/** One transactional id as its coordinator knows it. */
export interface ListedTransaction {
  readonly transactionalId: string;
  readonly producerId: bigint;
  /** Kafka's word: `Ongoing`, `CompleteCommit`, … */
  readonly state: string;
}

/** ListTransactions (API 66, Kafka 3.0), version 0: those that one broker coordinates. */
export function listTransactionsRequest(): WireRequest<{
  readonly errorCode: number;
  readonly transactions: readonly ListedTransaction[];
}> {
  return {
    apiKey: 66,
    apiName: 'ListTransactions',
    minVersion: 0,
    maxVersion: 0,
    flexibleFrom: 0,
    encode(writer) {
      writer.array([], () => undefined); // state_filters: all
      writer.array([], () => undefined); // producer_id_filters: all
      writer.tags();
    },
    decode(reader) {
      reader.int32(); // throttle_time_ms
      const errorCode = reader.int16();
      reader.array(() => reader.string()); // unknown_state_filters
      const transactions = reader.array(() => {
        const transactionalId = reader.string();
        const producerId = reader.int64();
        const state = reader.string();
        reader.tags();
        return { transactionalId, producerId, state };
      });
      return { errorCode, transactions };
    },
  };
}
