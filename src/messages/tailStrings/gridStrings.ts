import type { GridStrings } from '../../protocol/tailStrings/gridStrings.ts';
import type { Translate } from '../translate.ts';

/** The table of records and its columns. */
export function gridStrings(t: Translate): GridStrings {
  return {
    records: t('Records'),
    timestamp: t('Timestamp'),
    timestampHelp: t('As the record carries it'),
    topic: t('Topic'),
    partition: t('Partition'),
    partitionShort: t('P'),
    offset: t('Offset'),
    key: t('Key'),
    value: t('Value'),
    newRecords: t('{0} new'),
    newRecordsSpoken: t('{0} new records'),
    loadingRow: t('Loading…'),
    sizeHelp: t('Bytes of key and value'),
    headersHelp: t('The first headers; a name alone has the value null'),
    columns: t('Columns and Times'),
    addColumn: t('Add a Field as a Column…'),
    showAsColumn: t('Show a Field as a Column…'),
    moveLeft: t('Move Column Left'),
    moveRight: t('Move Column Right'),
    sortedBy: t('Sorted by {0}'),
    sortDescending: t('the highest first'),
    sortNewer: t('{0} newer records are not among them'),
    sortAgain: t('Sort Again'),
    sortArrival: t('Arrival Order'),
    sortBy: t('Sort by {0}'),
    timeLocal: t('Times: Local'),
    timeUtc: t('Times: UTC'),
    timeEpoch: t('Times: Milliseconds since 1970'),
  };
}
