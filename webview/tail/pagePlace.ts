import type { TailRow } from '../../src/protocol/tailRow.ts';
import type { TailStatus } from '../../src/protocol/tailStatus.ts';
import {
  mostStarts,
  type ReadStarts,
  type TailPageState,
} from '../../src/protocol/tailPageState.ts';
import type { TailPlan } from '../../src/protocol/tailPlan.ts';

/** Starts that are another place whenever reading starts. */
const moving: ReadonlySet<TailPlan['from']['kind']> = new Set(['now', 'last', 'ago', 'group']);

/** What a host that reads anew needs to show the same records at the same place. */
export function pagePlace(
  status: TailStatus,
  plan: TailPlan,
  topic: string,
  shown: TailRow | undefined,
): Pick<TailPageState, 'place' | 'starts'> {
  if (status.unbegun) return status.unbegun;
  const starts = moving.has(plan.from.kind) ? startsOf(status, topic) : undefined;
  return {
    ...(shown && {
      place: { topic: shown.topic, partition: shown.partition, offset: shown.offset },
    }),
    ...(starts && { starts }),
  };
}

/** Undefined where there are too many to keep. @param only the topic of a view that has only one */
function startsOf({ partitions }: TailStatus, only: string): ReadStarts | undefined {
  const starts: Record<string, Record<string, string>> = {};
  for (const { topic = only, partition, start } of partitions) {
    if (start !== undefined) (starts[topic] ??= {})[partition] = start;
  }
  return partitions.length === 0 || partitions.length > mostStarts ? undefined : starts;
}
