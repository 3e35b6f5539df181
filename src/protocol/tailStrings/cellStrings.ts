/** What a record's cells need, in the grid and in a notebook's output. */
export interface CellStrings {
  readonly nullTag: string;
  readonly tombstoneTag: string;
  readonly emptyTag: string;
  /** {0} size as "48 B" */
  readonly binaryTag: string;
  /** Of bytes that would be text if they were valid UTF-8; {0} as in `binaryTag` */
  readonly brokenTag: string;
  /** Before what could not be decoded as chosen. */
  readonly notDecodedTag: string;
  readonly noTimestampTag: string;
  readonly unreadableTag: string;
  /** {0} first offset, {1} last offset */
  readonly offsetRange: string;
}
