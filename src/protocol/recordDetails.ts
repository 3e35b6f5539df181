import type { CellKind } from './tailRow.ts';

export interface RecordDetails {
  readonly topic: string;
  readonly partition: number;
  readonly offset: string;
  readonly timestampMs?: number;
  readonly timestampType: 'create' | 'logAppend' | 'none';
  readonly key: Content;
  readonly value: Content;
  readonly headers: readonly { readonly name: string; readonly value: Content }[];
  /** How many headers the record has; `headers` holds at most the first 10,000. */
  readonly headerCount: number;
  readonly codec: 'none' | 'gzip' | 'snappy' | 'lz4' | 'zstd';
  /** Decimal string, absent when the producer was neither idempotent nor transactional. */
  readonly producerId?: string;
  /** There where `producerId` is. */
  readonly producerEpoch?: number;
  readonly transactional: boolean;
}

/**
 * A key, value or header value in full up to 1 MiB of its bytes, or of its text where it is decoded by the
 * user's choice; `truncated` says that there is more.
 */
export interface Content {
  readonly kind: CellKind;
  /** The text, or for `binary` and `broken` its bytes as base64. */
  readonly text: string;
  /**
   * True where the whole text is one JSON value, or in CBOR's diagnostic notation one that JSON has no words
   * for: the page pretty-prints it, reparsing nothing.
   */
  readonly json: boolean;
  readonly truncated: boolean;
  readonly sizeBytes: number;
  /** The decoder that the user chose; absent where the bytes are shown as what they look like. */
  readonly decoder?: string;
  /** As that of a cell. */
  readonly problem?: string;
}

/** What a decoder makes of a key or value; without a name: what is shown where none is chosen. */
export interface TriedDecoder {
  readonly name?: string;
  readonly fits: boolean;
  /** The beginning of what it makes of the bytes, or why they are not of its format; without a name: why it is that. */
  readonly text: string;
}

/** A form that needs no decoding. */
export type RawForm = 'text' | 'hex' | 'base64';
