import type { FilterFailures } from '../../kafka/read/batchFilter.ts';
import type { ReadEnd } from '../../kafka/read/readPlan.ts';
import type { PartitionProgress, ReadProgress } from '../../kafka/read/readProgress.ts';
import type { Translate } from '../../messages/translate.ts';
import type { TailStart } from '../../protocol/tailPlan.ts';
import type { TailState } from '../../protocol/tailStatus.ts';

/** Why a read ended, where the user did not end it himself. */
export function endSentence(end: ReadEnd, t: Translate): string | undefined {
  switch (end.kind) {
    case 'topicDeleted':
      return t('The topic was deleted. What was read before stays here.');
    case 'topicRecreated':
      return t(
        'The topic was deleted and created again: its offsets mean other records now. Start again to read the new one.',
      );
    case 'end':
      return t('Read up to the end, as it was when reading started.');
    case 'limit':
      return t('As many records as were asked for have been read.');
    case 'stopped':
      return undefined;
  }
}

/** How many offsets the cluster had deleted before they could be read, if any. */
export function goneSentence(
  progress: ReadProgress | undefined,
  t: Translate,
  locale: string,
): string | undefined {
  const gone = (progress?.partitions ?? []).reduce((sum, { goneOffsets }) => sum + goneOffsets, 0n);
  return gone === 0n
    ? undefined
    : t(
        '{0} offsets were deleted by the cluster before they could be read.',
        gone.toLocaleString(locale),
      );
}

/**
 * That the record a read was to begin with is not there.
 *
 * @param asked its place, for as long as it has not been read
 */
export function missingSentence(
  asked: { readonly partition: number; readonly offset: string },
  partitions: readonly Pick<PartitionProgress, 'partition' | 'position' | 'end'>[],
  t: Translate,
  locale: string,
): string | undefined {
  const read = partitions.find(({ partition }) => partition === asked.partition);
  const offset = BigInt(asked.offset);
  const written = (n: bigint): string => n.toLocaleString(locale);
  const place = [String(asked.partition), written(offset)] as const;
  if (read?.position === undefined) return undefined;
  if (read.end !== undefined && offset >= read.end) {
    const end = written(read.end);
    return t('Partition {0} has no offset {1} yet: the next record gets {2}.', ...place, end);
  }
  return read.position > offset
    ? t(
        'Partition {0} has no record at offset {1} any more: it was deleted, compacted away, or never a record. Reading began at the next one.',
        ...place,
      )
    : undefined;
}

/** That a read was to begin at a time that has not come: it reads what arrives, which is earlier. */
export function futureSentence(
  from: TailStart,
  partitions: readonly Pick<PartitionProgress, 'clamped'>[],
  nowMs: number,
  t: Translate,
): string | undefined {
  const isFuture = from.kind === 'time' && from.timestampMs > nowMs;
  // Of a record with such a timestamp its partition would know.
  if (!isFuture || partitions.length === 0 || partitions.some(({ clamped }) => !clamped)) {
    return undefined;
  }
  return t(
    'That time has not come yet, and no record is of it: what arrives from now on is shown.',
  );
}

/** On how many records an expression of the filter failed, if on any. */
export function filterSentence(
  progress: ReadProgress | undefined,
  t: Translate,
  locale: string,
): string | undefined {
  const failures = progress?.filterFailures;
  return failures && failedSentence(failures, t, locale);
}

/** On how many records an expression failed, with the first as an example. */
export function failedSentence(
  { count, first }: FilterFailures,
  t: Translate,
  locale: string,
): string {
  return t(
    'The expression failed on {0} records, which count as no match; the first at partition {1}, offset {2}: {3}',
    count.toLocaleString(locale),
    String(first.partition),
    String(first.offset),
    first.message,
  );
}

/** That a view reads as a member of a group, while it does. */
export function memberSentence(
  group: string | undefined,
  state: TailState,
  t: Translate,
): string | undefined {
  if (group === undefined || state === 'stopped' || state === 'failed') return undefined;
  return state === 'starting'
    ? t('Joining the group “{0}”…', group)
    : t('Reads as a member of the group “{0}”. Stop leaves it.', group);
}
