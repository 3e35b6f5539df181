import type { CellStrings } from '../../protocol/tailStrings/cellStrings.ts';
import type { Translate } from '../translate.ts';

/** What a record's cells need, in the grid and in a notebook's output. */
export function cellStrings(t: Translate): CellStrings {
  return {
    nullTag: t('null'),
    tombstoneTag: t('tombstone'),
    emptyTag: t('empty'),
    binaryTag: t('binary {0}'),
    brokenTag: t('not UTF-8 {0}'),
    notDecodedTag: t('not decoded'),
    noTimestampTag: t('none'),
    unreadableTag: t('unreadable'),
    offsetRange: t('{0}–{1}'),
  };
}
