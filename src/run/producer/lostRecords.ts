import type { Translate } from '../../messages/translate.ts';
import type { LostRecords } from '../blockResult.ts';
import { failureOf } from '../failureOf.ts';
import type { RecordLines } from './recordLines.ts';
import type { OnlyRecords } from './wantedRecords.ts';

/** A record that was not surely written. */
export interface LostRecord {
  /** Its number in the run, from 0. */
  readonly index: number;
  readonly state: 'refused' | 'unknown';
  readonly error: Error;
}

/** So many ranges are told; the counts of the result tell of all. */
const mostTold = 100;

/**
 * Tells of the records that were not surely written, those beside each other with the same fate as one, and of
 * those that were not sent any more.
 *
 * @param taken how many records were handed over for sending or left out, of `rounds` rounds
 * @param only those that were to be sent; undefined for all
 */
export function lostRecords(
  lost: readonly LostRecord[],
  taken: number,
  rounds: number,
  lines: RecordLines,
  t: Translate,
  only: OnlyRecords = [{ first: taken }],
): LostRecords[] {
  const ranges = rangesOf(lost).map(({ first, last }): LostRecords => {
    const { message } = failureOf(first.error, t);
    const place = { first: first.index, last: last.index, ...linesOf(first.index, last.index) };
    return { state: first.state, ...place, message };
  });
  const isAll = lines.count !== undefined && taken >= lines.count * rounds;
  if (isAll) return ranges;
  const notSent = only
    .filter(({ last = Infinity }) => last >= taken)
    .map(({ first, ...rest }) => ({ first: Math.max(first, taken), ...rest }))
    .map((range): LostRecords => {
      return { state: 'notSent', ...range, ...linesOf(range.first, range.last) };
    });
  return [...ranges, ...notSent];

  function linesOf(first: number, last?: number): Pick<LostRecords, 'firstLine' | 'lastLine'> {
    const firstLine = lines.of(first);
    const lastLine = last === undefined ? undefined : lines.of(last);
    return {
      ...(firstLine === undefined ? {} : { firstLine }),
      ...(lastLine === undefined ? {} : { lastLine }),
    };
  }
}

interface LostRange {
  readonly first: LostRecord;
  last: LostRecord;
}

function rangesOf(lost: readonly LostRecord[]): readonly LostRange[] {
  const ranges: LostRange[] = [];
  for (const record of lost.toSorted((a, b) => a.index - b.index)) {
    const range = ranges.at(-1);
    if (range !== undefined && goesOn(range.last, record)) range.last = record;
    else if (ranges.length < mostTold) ranges.push({ first: record, last: record });
    else break;
  }
  return ranges;
}

function goesOn(last: LostRecord, next: LostRecord): boolean {
  return (
    next.index === last.index + 1 &&
    next.state === last.state &&
    next.error.message === last.error.message
  );
}
