import type { CopyAnswer, CopyRequest, RowRange } from './tailCopy.ts';
import type { TailLook } from './tailLook.ts';
import type { PlainFilter, TailFilter, TailPlan } from './tailPlan.ts';
import type { TailStrings } from './tailStrings.ts';
import type { TailView } from './tailView.ts';
import type { RawForm, RecordDetails, TriedDecoder } from './recordDetails.ts';
import type { TailRows } from './tailRow.ts';
import type { TailStatus } from './tailStatus.ts';
import type { TimeCounts } from './timeCounts.ts';

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
  /** What every decoder makes of a record's key or value, or why it does not fit; empty where there is nothing. */
  readonly tryDecoders: {
    in: { row: number; part: DecodedPart };
    out: readonly TriedDecoder[];
  };
  /** How many of the loaded records lie where in time. */
  readonly times: { in: undefined; out: TailTimes };
  /** The first shown row of that time, its end not included; undefined where there is none. */
  readonly findTime: { in: { fromMs: number; toMs: number }; out: number | undefined };
  /** Open a further view that reads the same. */
  readonly another: { in: undefined; out: undefined };
  /** Let the user export these rows, else what the view holds or reads; resolves when that is over. */
  readonly export: { in: { ranges?: readonly RowRange[] }; out: undefined };
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

/** What the user chooses a decoder for. */
export type DecodedPart = 'key' | 'value';

/**
 * What of a plan the user is asked for: where to start, a group to start where it stands, where to stop, the
 * partitions, by choosing or as numbers and ranges.
 */
export type AskedPart = 'from' | 'group' | 'to' | 'partitions' | 'ranges';

/**
 * `newest`: the last rows (up to `endRow`), at most as many as the page's last `follow` call said, of
 * which the page may have some already. Absent while the page does not follow. With the answer to `ready`: as
 * many as a large window shows.
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
  readonly status: TailChanged;
  readonly strings: TailStrings;
  /** BCP 47 tag of VS Code's display language: number and time formats follow it. */
  readonly locale: string;
}
