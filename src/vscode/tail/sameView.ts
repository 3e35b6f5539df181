import { topicsOf, type TailTarget } from './tailTarget.ts';

/**
 * Whether a view shows what is to be opened, so that it need not be opened once more: one per cluster, topics,
 * partitions and what {@link apartOf} says.
 *
 * @param shown what the view reads by now, which need not be what it was opened for
 */
export function sameView(shown: TailTarget, wanted: TailTarget): boolean {
  return (
    shown.cluster === wanted.cluster &&
    String(topicsOf(shown).sort()) === String(topicsOf(wanted).sort()) &&
    shown.group?.id === wanted.group?.id &&
    apartOf(shown) === apartOf(wanted) &&
    partitionsOf(shown) === partitionsOf(wanted)
  );
}

/** What views of the same topics differ in: those of single records, and those from where a group stands, are apart. */
function apartOf({ from }: TailTarget): string {
  return from.kind === 'group' ? `group ${from.group}` : String(from.kind === 'offset');
}

function partitionsOf({ partitions = [] }: TailTarget): string {
  return [...partitions].sort((a, b) => a - b).join();
}
