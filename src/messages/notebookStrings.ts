import type { NotebookStrings } from '../protocol/notebookOutput.ts';
import { tailStrings } from './tailStrings.ts';
import type { Translate } from './translate.ts';

/** The texts of a notebook's output, the same as in the tail view where they are the same. */
export function notebookStrings(t: Translate): NotebookStrings {
  const tail = tailStrings(t);
  return {
    nullTag: tail.nullTag,
    tombstoneTag: tail.tombstoneTag,
    emptyTag: tail.emptyTag,
    binaryTag: tail.binaryTag,
    brokenTag: tail.brokenTag,
    notDecodedTag: tail.notDecodedTag,
    noTimestampTag: tail.noTimestampTag,
    unreadableTag: tail.unreadableTag,
    offsetRange: tail.offsetRange,
    result: t('Result'),
    lost: t('Records that are not surely written'),
    timestamp: tail.timestamp,
    partition: tail.partition,
    offset: tail.offset,
    key: tail.key,
    value: tail.value,
    headers: tail.headers,
  };
}
