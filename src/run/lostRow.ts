import type { Translate } from '../messages/translate.ts';
import type { BlockResult, LostRecords } from './blockResult.ts';
import { isAllLostListed } from './producer/isAllLostListed.ts';

/** Records that were not surely written as a row: what became of them, their lines and numbers, and why. */
export function lostRow(
  { state, first, last, firstLine, lastLine, message = '' }: LostRecords,
  t: Translate,
): {
  readonly state: string;
  readonly lines: string;
  readonly records: string;
  readonly why: string;
} {
  return {
    state: lostState(state, t),
    lines: rangeText(firstLine, last === undefined ? undefined : (lastLine ?? firstLine)),
    records: rangeText(first, last),
    why: message,
  };
}

/** What is to be said where more was lost than the rows tell; undefined where they tell of all. */
export function unlistedSentence(result: BlockResult, t: Translate): string | undefined {
  if (result.lost === undefined || isAllLostListed(result)) return undefined;
  return t(
    'More records were lost than are listed, so that what was not written cannot be sent by itself.',
  );
}

function lostState(state: LostRecords['state'], t: Translate): string {
  switch (state) {
    case 'refused':
      return t('refused');
    case 'unknown':
      return t('unknown');
    case 'notSent':
      return t('not sent');
  }
}

/** `5`, `5–9`, or `5…` where it has no end. */
function rangeText(first: number | undefined, last: number | undefined): string {
  if (first === undefined) return '';
  return last === undefined ? `${first}…` : first === last ? `${first}` : `${first}–${last}`;
}
