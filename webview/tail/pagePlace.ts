import type { TailRow } from '../../src/protocol/tailRow.ts';
import type { TailStatus } from '../../src/protocol/tailStatus.ts';
import { mostStarts, type TailPageState } from '../../src/protocol/tailPageState.ts';
import type { TailPlan } from '../../src/protocol/tailPlan.ts';

/** What a host that reads anew needs to show the same records at the same place. */
export function pagePlace(
  status: TailStatus,
  plan: TailPlan,
  shown: TailRow | undefined,
): Pick<TailPageState, 'place' | 'starts'> {
  const starts = plan.from.kind === 'now' ? startsOf(status) : undefined;
  return {
    ...(shown && {
      place: { topic: shown.topic, partition: shown.partition, offset: shown.offset },
    }),
    ...(starts && { starts }),
  };
}

/** Of one topic; undefined where there are too many to keep. */
function startsOf({ partitions }: TailStatus): TailPageState['starts'] {
  const starts = partitions.flatMap(({ topic, partition, start }) =>
    topic === undefined && start !== undefined ? [[String(partition), start] as const] : [],
  );
  return starts.length === 0 || starts.length > mostStarts ? undefined : Object.fromEntries(starts);
}
