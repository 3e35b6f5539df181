export interface TailRows {
  readonly epoch: number;
  readonly first: number;
  readonly rows: readonly TailRow[];
}

export type TailRow = RecordRow | ErrorRow;

export interface RecordRow {
  readonly kind: 'record';
  readonly topic: string;
  readonly partition: number;
  readonly offset: string;
  /** Milliseconds since the epoch; undefined where the record has none (−1). */
  readonly timestampMs?: number;
  readonly key: Cell;
  readonly value: Cell;
  readonly headerCount: number;
  /** The first headers on one line, at most 256 characters: `name=value, empty=, null, bytes=0x00ff`. */
  readonly headers: string;
  /** What the fields hold that have a column, by path; null where the record has no such field. */
  readonly fields?: Readonly<Record<string, Cell | null>>;
}

/**
 * A batch that could not be shown: its checksum is wrong, or its codec is unknown; or a record of a sorted view that
 * is no longer held (partition −1, no offsets).
 */
export interface ErrorRow {
  readonly kind: 'error';
  readonly topic: string;
  readonly partition: number;
  readonly offset: string;
  readonly lastOffset: string;
  readonly message: string;
}

/**
 * What a key or value is. `null` is no value at all (`tombstone` where a value is null and a key is not),
 * `empty` has zero bytes; `binary` is data and `broken` what would be text if it were valid UTF-8: `text` is then hex.
 */
export type CellKind = 'text' | 'null' | 'tombstone' | 'empty' | 'binary' | 'broken';

export interface Cell {
  readonly kind: CellKind;
  /** At most 512 characters, on one line (line ends and tabs shown as symbols by the page). */
  readonly text: string;
  readonly truncated: boolean;
  readonly sizeBytes: number;
  /** Why it is not what the user's choice says, in whole sentences; it is then shown as what it looks like. */
  readonly problem?: string;
}
