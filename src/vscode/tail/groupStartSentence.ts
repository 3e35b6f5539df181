import { partitionRanges } from '../../core/partitionRanges.ts';
import type { PartitionProgress } from '../../kafka/read/readProgress.ts';
import type { Translate } from '../../messages/translate.ts';
import type { GroupStarts } from './groupStarts.ts';

type Place = Pick<PartitionProgress, 'topic' | 'partition' | 'clamped'>;

/**
 * In which partitions a read that begins where a group stands begins elsewhere: the group has committed nothing
 * there, or what it would read next has been deleted. Undefined where it begins there in all.
 */
export function groupStartSentence(
  group: string,
  committed: GroupStarts,
  partitions: readonly Place[],
  t: Translate,
): string | undefined {
  const [none, moved]: [Place[], Place[]] = [[], []];
  for (const read of partitions) {
    if (committed.get(read.topic)?.has(read.partition) !== true) none.push(read);
    else if (read.clamped) moved.push(read);
  }
  const several = committed.size > 1;
  const sentences: string[] = [];
  if (none.length > 0 && none.length === partitions.length) {
    sentences.push(
      t(
        'The group “{0}” has committed nothing here: everything is read from the beginning, as with auto.offset.reset=earliest.',
        group,
      ),
    );
  } else if (none.length > 0) {
    const places = placesText(none, several);
    sentences.push(
      t(
        'The group “{0}” has committed nothing in some partitions ({1}): they are read from their beginning, as with auto.offset.reset=earliest.',
        ...[group, places],
      ),
    );
  }
  if (moved.length > 0) {
    const places = placesText(moved, several);
    sentences.push(
      t(
        'What the group “{0}” was to read next in some partitions ({1}) is not there any more: reading began at the nearest record.',
        ...[group, places],
      ),
    );
  }
  return sentences.length === 0 ? undefined : sentences.join(' ');
}

/** `0, 2-5`, or with their topics `orders[0, 2-5], users[1]`. */
function placesText(places: readonly Place[], named: boolean): string {
  const topics = new Map<string, number[]>();
  for (const { topic, partition } of places) {
    topics.set(topic, [...(topics.get(topic) ?? []), partition]);
  }
  return [...topics]
    .map(([topic, partitions]) => {
      const ranges = partitionRanges(partitions.sort((a, b) => a - b));
      return named ? `${topic}[${ranges}]` : ranges;
    })
    .join(', ');
}
