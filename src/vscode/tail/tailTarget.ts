import type { ClusterClient } from '../../kafka/connection/clusterClient.ts';
import type { GroupPlan } from '../../kafka/consume/groupPlan.ts';
import type { TailPlan } from '../../protocol/tailPlan.ts';

/** What a tail view reads. */
export interface TailTarget extends TailPlan {
  readonly cluster: string;
  readonly topic: string;
  /** Reads as a member of a consumer group; a panel that is restored after a reload does not. */
  readonly group?: TailGroup;
}

/** The group that a tail view is a member of. */
export interface TailGroup {
  readonly id: string;
  /** How it takes part, asked whenever reading starts. */
  readonly plan: (client: ClusterClient, signal: AbortSignal) => Promise<GroupPlan>;
}
