/** The table of records and its columns. */
export interface GridStrings {
  readonly records: string;
  readonly timestamp: string;
  readonly timestampHelp: string;
  readonly topic: string;
  readonly partition: string;
  /** The same in one or two letters, where the column is narrow. */
  readonly partitionShort: string;
  readonly offset: string;
  readonly key: string;
  readonly value: string;
  /** {0} number of records that arrived below the view */
  readonly newRecords: string;
  /** What a screen reader is told now and then while the view does not follow. {0} number */
  readonly newRecordsSpoken: string;
  readonly loadingRow: string;
  readonly sizeHelp: string;
  readonly headersHelp: string;
  readonly columns: string;
  readonly addColumn: string;
  readonly showAsColumn: string;
  readonly moveLeft: string;
  readonly moveRight: string;
  /** {0} the column */
  readonly sortedBy: string;
  readonly sortDescending: string;
  /** {0} number of records that arrived since */
  readonly sortNewer: string;
  readonly sortAgain: string;
  readonly sortArrival: string;
  /** {0} the column */
  readonly sortBy: string;
  readonly timeLocal: string;
  readonly timeUtc: string;
  readonly timeEpoch: string;
}
