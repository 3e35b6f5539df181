import type { DetailsStrings } from '../../protocol/tailStrings/detailsStrings.ts';
import type { Translate } from '../translate.ts';

/** One record in full. */
export function detailsStrings(t: Translate): DetailsStrings {
  return {
    details: t('Record details'),
    closeDetails: t('Close Details'),
    resizeDetails: t('Resize details'),
    headers: t('Headers'),
    headersCount: t('Headers {0}'),
    info: t('Info'),
    noHeaders: t('This record has no headers.'),
    headersShown: t('The first {0} of {1} headers'),
    headerName: t('Name'),
    headerValue: t('Value'),
    contentShown: t('The first {0} of {1}'),
    nullContent: t('null: the record has no bytes here at all.'),
    tombstoneContent: t(
      'Tombstone: a key without a value. Compaction removes the key’s older records.',
    ),
    emptyContent: t('Empty: zero bytes, which is not null.'),
    controlContent: t('It has control characters, which are shown as symbols.'),
    recordGone: t('This record was dropped from memory to stay within the budget.'),
    detailsFailed: t('The record could not be shown: {0}'),
    batchUnreadable: t('These records could not be read'),
    timestampCreate: t('set by the producer'),
    timestampLogAppend: t('set by the broker'),
    noTimestamp: t('none'),
    timestampUtc: t('In UTC'),
    timestampEpoch: t('Milliseconds'),
    keySize: t('Key size'),
    valueSize: t('Value size'),
    codec: t('Compression'),
    codecNone: t('none'),
    producerId: t('Producer id'),
    noProducerId: t('none'),
    producerEpoch: t('Producer epoch'),
    transactional: t('Transactional'),
    yes: t('yes'),
    no: t('no'),
    location: t('Partition@offset'),
    size: t('Size'),
    sizes: t('key {0}, value {1}'),
  };
}
