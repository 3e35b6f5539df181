import type { CellStrings } from './tailStrings/cellStrings.ts';
import type { DecodeStrings } from './tailStrings/decodeStrings.ts';
import type { DetailsStrings } from './tailStrings/detailsStrings.ts';
import type { FilterStrings } from './tailStrings/filterStrings.ts';
import type { FooterStrings } from './tailStrings/footerStrings.ts';
import type { GridStrings } from './tailStrings/gridStrings.ts';
import type { NoticeStrings } from './tailStrings/noticeStrings.ts';
import type { ReadStrings } from './tailStrings/readStrings.ts';
import type { RecordActionStrings } from './tailStrings/recordActionStrings.ts';
import type { TimelineStrings } from './tailStrings/timelineStrings.ts';

/**
 * Every text the tail page shows, translated by the host (`src/messages/tailStrings.ts`). Where a text
 * has placeholders (`{0}`, `{1}`), the comment says what the page fills in; all of them arrive formatted.
 */
export interface TailStrings
  extends
    ReadStrings,
    RecordActionStrings,
    TimelineStrings,
    DecodeStrings,
    GridStrings,
    FilterStrings,
    CellStrings,
    NoticeStrings,
    DetailsStrings,
    FooterStrings {}
