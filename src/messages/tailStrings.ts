import type { TailStrings } from '../protocol/tailStrings.ts';
import { cellStrings } from './tailStrings/cellStrings.ts';
import { decodeStrings } from './tailStrings/decodeStrings.ts';
import { detailsStrings } from './tailStrings/detailsStrings.ts';
import { filterStrings } from './tailStrings/filterStrings.ts';
import { footerStrings } from './tailStrings/footerStrings.ts';
import { gridStrings } from './tailStrings/gridStrings.ts';
import { noticeStrings } from './tailStrings/noticeStrings.ts';
import { readStrings } from './tailStrings/readStrings.ts';
import { recordActionStrings } from './tailStrings/recordActionStrings.ts';
import { timelineStrings } from './tailStrings/timelineStrings.ts';
import type { Translate } from './translate.ts';

/** The tail page's texts in the user's language; placeholders stay for the page to fill. */
export function tailStrings(t: Translate): TailStrings {
  return {
    ...readStrings(t),
    ...recordActionStrings(t),
    ...timelineStrings(t),
    ...decodeStrings(t),
    ...gridStrings(t),
    ...filterStrings(t),
    ...cellStrings(t),
    ...noticeStrings(t),
    ...detailsStrings(t),
    ...footerStrings(t),
  };
}
