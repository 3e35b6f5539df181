/** One record in full. */
export interface DetailsStrings {
  readonly details: string;
  readonly closeDetails: string;
  readonly resizeDetails: string;
  readonly headers: string;
  /** {0} number */
  readonly headersCount: string;
  readonly info: string;
  readonly noHeaders: string;
  /** {0} shown, {1} all */
  readonly headersShown: string;
  readonly headerName: string;
  readonly headerValue: string;
  /** {0} shown as "1 MB", {1} all as "50 MB" */
  readonly contentShown: string;
  readonly nullContent: string;
  readonly tombstoneContent: string;
  readonly emptyContent: string;
  /** Over a text with control characters. */
  readonly controlContent: string;
  readonly recordGone: string;
  /** {0} reason */
  readonly detailsFailed: string;
  readonly batchUnreadable: string;
  readonly timestampCreate: string;
  readonly timestampLogAppend: string;
  readonly noTimestamp: string;
  readonly timestampUtc: string;
  readonly timestampEpoch: string;
  readonly keySize: string;
  readonly valueSize: string;
  readonly codec: string;
  readonly codecNone: string;
  readonly producerId: string;
  readonly noProducerId: string;
  readonly producerEpoch: string;
  readonly transactional: string;
  readonly yes: string;
  readonly no: string;
  readonly location: string;
  readonly size: string;
  /** {0} key size as "7 B", {1} value size */
  readonly sizes: string;
}
