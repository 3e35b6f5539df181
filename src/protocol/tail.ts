import type { CopyAnswer, CopyRequest } from './tailCopy.ts';
import type { TimeCounts } from '../core/record/timeHistogram.ts';
import type { TailLook } from './tailLook.ts';
import type { PlainFilter, TailFilter, TailPlan } from './tailPlan.ts';
import type { TailStrings } from './tailStrings.ts';
import type { TailView, TailViewStatus } from './tailView.ts';

/**
 * The conversation between the tail view's page and the host. The host owns the records; the page pulls
 * the rows that are visible and is told only that something changed.
 *
 * Rows are numbered in the order in which they are shown; a number means the same record for an epoch, which ends
 * with the read and when another view of what is loaded is shown. The oldest rows may have been dropped: what
 * exists is `firstRow` (inclusive) to `endRow` (exclusive).
 */
export interface TailCalls {
  /** The page has loaded (or was revealed again) and wants everything it needs to draw. */
  readonly ready: { in: undefined; out: TailSetup };
  /** Rows `first` … `first + count - 1`, clipped to what exists; count ≤ 500. */
  readonly rows: { in: { first: number; count: number }; out: TailRows };
  /**
   * Everything about one record, or `undefined` once its row was dropped. With `as` its key, value and
   * headers in that form, whatever was chosen for the topic.
   */
  readonly details: {
    in: { row: number; as?: RawForm };
    out: RecordDetails | undefined;
  };
  /**
   * How many of the newest rows the page shows while it follows (0: it does not follow). The host then
   * adds them to `changed` as `newest`, so that a new record needs one message to be seen, not three.
   */
  readonly follow: { in: { rows: number }; out: undefined };
  /**
   * Read something else of the topic, or the same again. Where only another end is wanted, reading goes on to
   * it; else the rows so far are gone, and the record of row `keep` is revealed where it is read again.
   */
  readonly restart: { in: { plan: TailPlan; keep?: number }; out: TailStatus };
  /** Ask the user in VS Code how keys or values are decoded; undefined where he escaped. */
  readonly askDecoder: {
    in: { part: DecodedPart; now?: string };
    out: { decoder?: string } | undefined;
  };
  /** How many of the loaded records lie where in time. */
  readonly times: { in: undefined; out: TailTimes };
  /** The first shown row of that time, its end not included; undefined where there is none. */
  readonly findTime: { in: { fromMs: number; toMs: number }; out: number | undefined };
  /** Let the user export what the view holds or reads; resolves when that is over. */
  readonly export: { in: undefined; out: undefined };
  /** Ask the user in VS Code for a part of the plan; undefined where he escaped. Nothing is read by that. */
  readonly ask: { in: { what: AskedPart; plan: TailPlan }; out: TailPlan | undefined };
  /** Stop fetching (true) or go on where it stopped (false). */
  readonly pause: { in: { paused: boolean }; out: TailStatus };
  /** Go on with a scan that was stopped. */
  readonly scanOn: { in: undefined; out: TailStatus };
  /** Forget the rows so far; reading goes on. */
  readonly clear: { in: undefined; out: TailStatus };
  /** End reading and close its connections; the rows stay. */
  readonly stop: { in: undefined; out: TailStatus };
  /** Whether one row's record matches, and what was compared; undefined once it was dropped. */
  readonly test: { in: { filter: TailFilter; row: number }; out: FilterTest | undefined };
  /** What an expression may name: parts of a record, and fields that the newest records have. */
  readonly names: { in: undefined; out: readonly string[] };
  /** Ask the user for a field to show as a column: of row `row`, or of the newest records. */
  readonly askField: { in: { row?: number }; out: string | undefined };
  /** Show other rows of what is loaded; answered once they are there, or enough of them. `row`: stays in view. */
  readonly view: { in: { view: TailView; row?: number }; out: TailStatus };
  /** The nearest shown row from `row` on (or back from it), itself included, for which the filter holds. */
  readonly find: { in: { filter: PlainFilter; row: number; backwards: boolean }; out: FoundRow };
  /** Whether a filter can be understood. */
  readonly check: { in: { filter: TailFilter }; out: FilterProblem | undefined };
  /** Keep how this topic's records are shown; from the answer on, rows carry the fields of its columns. */
  readonly remember: { in: { look: TailLook }; out: undefined };
  /** Put records, or some of their columns, in full on the clipboard. */
  readonly copy: { in: CopyRequest; out: CopyAnswer };
  // What is done with one record answers false once the record was dropped.
  /** Open a key or value in an editor. */
  readonly open: { in: { row: number; part: 'key' | 'value' }; out: boolean };
  /** Open a `.kafka` block that writes the record again. */
  readonly produceAgain: { in: { row: number }; out: boolean };
  /** Show two records in the editor's diff. */
  readonly compare: { in: { left: number; right: number }; out: boolean };
  /** The next row whose record has the same key, byte for byte; undefined where none is held. */
  readonly nextSameKey: { in: { row: number }; out: number | undefined };
  /** Start reading a little before the record's time, in all partitions, and reveal the record there. */
  readonly around: { in: { row: number }; out: boolean };
}

/** The loaded records over time; where the view has a filter, `matching` are those of each span that it shows. */
export interface TailTimes extends TimeCounts {
  readonly matching?: readonly number[];
}

/** How many of the shown rows match, and of these the one that was looked for: its row, and the how many-th it is. */
export interface FoundRow {
  readonly count: number;
  readonly row?: number;
  /** From 1 on. */
  readonly nth?: number;
}

/** How a filter answers for one record: `why` shows the compared parts, or what went wrong. */
export interface FilterTest {
  readonly matched: boolean;
  readonly why: string;
}

/** What is wrong with a filter as it was typed; `position` is where, in characters from 0, if it is known. */
export interface FilterProblem {
  readonly message: string;
  readonly position?: number;
}

export interface TailPushes {
  /** Sent at once after quiet, at most once a frame, and ten times a second while more arrives than can be read. */
  readonly changed: TailChanged;
  /** Select this record and scroll to it, once it has been read. */
  readonly reveal: { row: number };
}

/** A form that needs no decoding. */
export type RawForm = 'text' | 'hex' | 'base64';

/** What the user chooses a decoder for. */
export type DecodedPart = 'key' | 'value';

/** What of a plan the user is asked for: where to start, how many records to stop after, the partitions. */
export type AskedPart = 'from' | 'to' | 'partitions';

/**
 * `newest`: the last rows (up to `endRow`), at most as many as the page's last `follow` call said, of
 * which the page may have some already. Absent while the page does not follow.
 */
export interface TailChanged extends TailStatus {
  readonly newest?: TailRows;
}

export interface TailSetup {
  readonly cluster: string;
  readonly topic: string;
  /** Further topics in the same view. */
  readonly moreTopics?: readonly string[];
  readonly plan: TailPlan;
  /** How the user last wanted this topic's records shown, if he ever said. */
  readonly look?: TailLook;
  /** What keys and values can be decoded as, in the order in which it is offered. */
  readonly decoders: readonly { readonly name: string; readonly label: string }[];
  readonly status: TailStatus;
  readonly strings: TailStrings;
  /** BCP 47 tag of VS Code's display language: number and time formats follow it. */
  readonly locale: string;
}

/** Where a read stands. `failed` carries the user's sentence in `message`. */
export type TailState = 'starting' | 'reading' | 'paused' | 'stopped' | 'failed';

export interface TailStatus {
  readonly state: TailState;
  /** What failed or what the user should know ("the topic was deleted"), else undefined. */
  readonly message?: string;
  /** What is being read, where the host tells: the page shows it after a restart that it did not ask for. */
  readonly plan?: TailPlan;
  readonly firstRow: number;
  readonly endRow: number;
  /**
   * Changes with every clear, restart or other view: rows of another epoch are worthless to the page. Begins at the
   * time the read was opened (ms), so that a page state kept over a window reload never matches by chance.
   */
  readonly epoch: number;
  /** The row that this epoch began at, where the host knows: what is before `firstRow` from there was dropped. */
  readonly startRow?: number;
  /** Where the rows are not simply all that is loaded as it came. */
  readonly view?: TailViewStatus;
  readonly partitions: readonly PartitionStatus[];
  /** Bytes of record batches held, and how many of them may be held. */
  readonly storedBytes: number;
  readonly budgetBytes: number;
  /** With a filter: how many records it was asked about; `message` tells where it failed. */
  readonly seen?: number;
  /** With a filter: how far its scan is. */
  readonly scan?: TailScan;
  /** Records per second and bytes per second over the last second. */
  readonly recordsPerSecond: number;
  readonly bytesPerSecond: number;
}

/** How far a scan is on its way to the end of what it looks at. */
export interface TailScan {
  /** From 0 to 1. */
  readonly share: number;
  readonly matches: number;
  /** How long it still takes, at the pace of now; absent where nobody knows, and while it is not under way. */
  readonly timeLeftMs?: number;
  /** It was stopped before its end and can go on. */
  readonly canGoOn: boolean;
}

/** Offsets are decimal strings. `position` is the next offset to read, `end` the partition's end. */
export interface PartitionStatus {
  /** Where the view shows several topics. */
  readonly topic?: string;
  readonly partition: number;
  readonly position: string;
  readonly end: string;
  /** Where what is shown begins: where reading did, or stood when the view was cleared. */
  readonly start?: string;
  /** Why this partition is not being read at the moment ("no leader"), else undefined. */
  readonly problem?: string;
}

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
  /** The first headers on one line, at most 256 characters: `name=value, other=null`. */
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
 * `empty` has zero bytes, `binary` is not UTF-8 or has control characters: `text` is then hex.
 */
export type CellKind = 'text' | 'null' | 'tombstone' | 'empty' | 'binary';

export interface Cell {
  readonly kind: CellKind;
  /** At most 512 characters, on one line (line ends and tabs shown as symbols by the page). */
  readonly text: string;
  readonly truncated: boolean;
  readonly sizeBytes: number;
  /** Why it is not what the user's choice says, in whole sentences; it is then shown as what it looks like. */
  readonly problem?: string;
}

export interface RecordDetails {
  readonly topic: string;
  readonly partition: number;
  readonly offset: string;
  readonly timestampMs?: number;
  readonly timestampType: 'create' | 'logAppend' | 'none';
  readonly key: Content;
  readonly value: Content;
  readonly headers: readonly { readonly name: string; readonly value: Content }[];
  /** How many headers the record has; `headers` holds at most the first 1,000. */
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
  /** The text, or for `binary` its bytes as base64. */
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
