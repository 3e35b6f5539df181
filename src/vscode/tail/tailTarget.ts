import type { ClusterClient } from '../../kafka/connection/clusterClient.ts';
import type { GroupPlan } from '../../kafka/consume/groupPlan.ts';
import type { TailPlan } from '../../protocol/tailPlan.ts';

/** What a tail view reads. */
export interface TailTarget extends TailPlan {
  readonly cluster: string;
  readonly topic: string;
  /** Further topics of the cluster that are read with it, in one view. */
  readonly moreTopics?: readonly string[];
  /** Reads as a member of a consumer group; a panel that is restored after a reload does not. */
  readonly group?: TailGroup;
}

/** The topics of a view, each once. */
export function topicsOf({ topic, moreTopics = [] }: Pick<TailTarget, 'topic' | 'moreTopics'>) {
  return [...new Set([topic, ...moreTopics])];
}

/** The plan of what has one, without the rest of it. */
export function planOf({ from, to, partitions, isolation, filter }: TailPlan): TailPlan {
  return {
    from,
    ...(to && { to }),
    ...(partitions && { partitions }),
    ...(isolation && { isolation }),
    ...(filter && { filter }),
  };
}

/** By what name is remembered how a view is shown: those of several topics apart from those of one. */
export function lookNameOf(target: TailTarget): string {
  return topicsOf(target).join(', ');
}

/** The group that a tail view is a member of. */
export interface TailGroup {
  readonly id: string;
  /** How it takes part, asked whenever reading starts. */
  readonly plan: (client: ClusterClient, signal: AbortSignal) => Promise<GroupPlan>;
}
