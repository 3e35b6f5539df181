import type { Decoder } from '../decoder.ts';
import { typedRecord, versionedRecord, type Layout } from './brokerRecord.ts';
import { structured } from './structured.ts';

/** `TransactionLogValue` */
const valueLayout: Layout = {
  newest: 1,
  flexibleSince: 1,
  fields: [
    { name: 'producerId', type: 'int64' },
    { name: 'previousProducerId', type: 'int64', since: 1, tag: 0 },
    { name: 'nextProducerId', type: 'int64', since: 1, tag: 1 },
    { name: 'producerEpoch', type: 'int16' },
    { name: 'nextProducerEpoch', type: 'int16', since: 1, tag: 3 },
    { name: 'transactionTimeoutMs', type: 'int32' },
    { name: 'transactionStatus', type: 'int8' },
    {
      name: 'transactionPartitions',
      type: {
        list: [
          { name: 'topic', type: 'string' },
          { name: 'partitionIds', type: { list: 'int32' } },
        ],
      },
      nullable: true,
    },
    { name: 'transactionLastUpdateTimestampMs', type: 'int64' },
    { name: 'transactionStartTimestampMs', type: 'int64' },
    { name: 'clientTransactionVersion', type: 'int16', since: 1, tag: 2 },
  ],
};

const name = 'transaction-state';
/** `TransactionLogKey` */
const key = structured(name, typedRecord({ 0: [{ name: 'transactionalId', type: 'string' }] }));
const value = structured(name, versionedRecord(valueLayout));

/** Records of the topic `__transaction_state`, in the words of the formatters of Kafka's console consumer. */
export const transactionStateDecoder: Decoder = {
  name,
  decode: (bytes, limits) => (limits.part === 'key' ? key : value).decode(bytes, limits),
};
