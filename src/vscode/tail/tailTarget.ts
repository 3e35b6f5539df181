import type { TailPlan } from '../../protocol/tailPlan.ts';

/** What a tail view reads. */
export interface TailTarget extends TailPlan {
  readonly cluster: string;
  readonly topic: string;
}
