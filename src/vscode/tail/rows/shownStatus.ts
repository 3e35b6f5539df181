import type { RecordStore } from '../../../core/record/recordStore.ts';
import type { Translate } from '../../../messages/translate.ts';
import { toUserError } from '../../../messages/userError.ts';
import type { TailStatus } from '../../../protocol/tailStatus.ts';
import type { TailViewStatus } from '../../../protocol/tailView.ts';
import { failedSentence } from '../readSentences.ts';
import type { ShownRows } from './shownRows.ts';

/**
 * Which rows there are, and how they stand to what is loaded.
 *
 * @param startRow the store's row that the read began at
 * @param locale in which numbers are written
 */
export function shownStatus(
  { firstRow, endRow, anchor, matches, view, newer, lifted }: ShownRows,
  store: RecordStore,
  startRow: number,
  t: Translate,
  locale: string,
): Pick<TailStatus, 'firstRow' | 'endRow' | 'startRow' | 'view'> {
  const held = store.endRow - store.firstRow;
  const read = store.endRow - startRow;
  const loaded = {
    ...{ held, read, dropped: Math.max(0, read - held) },
    ...(anchor === undefined ? {} : { anchor }),
    ...(lifted && { lifted }),
  };
  if (matches === undefined && view.order === undefined) {
    const all = { startRow, firstRow, endRow };
    return anchor === undefined && !lifted ? all : { ...all, view: { ...loaded, looking: false } };
  }
  const { failure, failures, complete = true } = matches ?? {};
  const status: TailViewStatus = {
    ...view,
    ...loaded,
    looking: !complete && failure === undefined,
    ...(newer === undefined ? {} : { newer }),
    ...(failure === undefined ? {} : { problem: toUserError(failure, t).text }),
    ...(failures && { failed: failedSentence(failures, t, locale) }),
  };
  return { startRow: firstRow, firstRow, endRow, view: status };
}
