import { boundedText, field, integer, oneOf, wrong } from './bodyChecks.ts';
import { timeStyles, type TimeStyle } from './tailLook.ts';

/** Rows `first` (inclusive) to `end` (exclusive). */
export interface RowRange {
  readonly first: number;
  readonly end: number;
}

/**
 * What of records goes to the clipboard. `cells`: some columns, as they are in full; `json`: each record on a
 * line; `block`: `.kafka` blocks that write them again; `kcat`: commands that read them; `console`: a
 * kafka-console-producer command that writes them again; `link`: links that open them in VS Code.
 */
export type CopyForm = 'cells' | 'json' | 'block' | 'kcat' | 'console' | 'link';

export interface CopyRequest {
  /** In order, apart from each other. */
  readonly ranges: readonly RowRange[];
  readonly form: CopyForm;
  /** For `cells`: which, left to right, and how their times are written. */
  readonly columns: readonly string[];
  readonly time: TimeStyle;
}

/** What became of a copy, as a sentence; `whole`: the clipboard has all that was asked for. */
export interface CopyAnswer {
  readonly sentence: string;
  readonly whole: boolean;
}

/** The most ranges that one call may name. */
export const maxCopiedRanges = 1_000;

const forms: readonly CopyForm[] = ['cells', 'json', 'block', 'kcat', 'console', 'link'];
const mostColumns = 60;
const maxColumnName = 200;

/**
 * Checks what shall be copied.
 *
 * @throws Error naming the field that is wrong
 */
export function copyRequest(body: unknown): CopyRequest {
  return {
    ranges: rowRanges(field(body, 'ranges')),
    form: oneOf(forms, field(body, 'form'), 'form'),
    columns: columnNames(field(body, 'columns')),
    time: oneOf(timeStyles, field(body, 'time'), 'time'),
  };
}

/** Checks ranges of rows. Throws as {@link copyRequest}. */
export function rowRanges(value: unknown): RowRange[] {
  if (!Array.isArray(value) || value.length > maxCopiedRanges) throw wrong('ranges');
  let least = 0;
  return value.map((range: unknown) => {
    const first = integer(field(range, 'first'), 'ranges');
    const end = integer(field(range, 'end'), 'ranges');
    if (first < least || end <= first) throw wrong('ranges');
    least = end;
    return { first, end };
  });
}

function columnNames(value: unknown): string[] {
  if (!Array.isArray(value) || value.length > mostColumns) throw wrong('columns');
  return value.map((name) => boundedText(name, 'columns', maxColumnName));
}
