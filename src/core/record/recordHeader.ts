/** One header of a record. Names are bytes on the wire and need not be UTF-8 or unique. */
export interface RecordHeader {
  readonly name: Uint8Array;
  readonly value: Uint8Array | null;
}
