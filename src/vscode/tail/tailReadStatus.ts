import type { ReadProgress } from '../../kafka/read/readProgress.ts';
import type { Translate } from '../../messages/translate.ts';
import type { TailState, TailStatus } from '../../protocol/tail.ts';
import type { TailPlan } from '../../protocol/tailPlan.ts';
import { partitionStatuses } from './partitionStatuses.ts';
import { filterSentence, goneSentence, memberSentence } from './readSentences.ts';
import { scanStatus, type ScanStarts } from './scanStatus.ts';

/** What a read tells of itself. */
export type TailReadStatus = Pick<
  TailStatus,
  | 'state'
  | 'message'
  | 'plan'
  | 'partitions'
  | 'seen'
  | 'scan'
  | 'recordsPerSecond'
  | 'bytesPerSecond'
>;

/** Where a read stands. */
export interface TailReadState {
  readonly state: TailState;
  /** Why it failed or ended. */
  readonly message: string | undefined;
  readonly plan: TailPlan;
  /** The group that it is a member of. */
  readonly group: string | undefined;
  /** The view is of several topics. */
  readonly several: boolean;
  /** Of the reader of now; undefined before there is one. */
  readonly progress: ReadProgress | undefined;
  /** Records that readers before it have handed on and seen. */
  readonly handedOn: number;
  readonly seen: number;
  /** Where the parts before a resumed scan began. */
  readonly scanStarts: ScanStarts;
  readonly canGoOn: boolean;
  /** Where the partitions stood when the view was cleared. */
  readonly cleared: ReadonlyMap<number, bigint | undefined>;
}

/** Tells the page where a read stands. @param locale in which numbers are written */
export function tailReadStatus(read: TailReadState, t: Translate, locale: string): TailReadStatus {
  const { state, plan, progress, handedOn, scanStarts, canGoOn } = read;
  const reading = state === 'reading';
  const message =
    read.message ??
    filterSentence(progress, t, locale) ??
    goneSentence(progress, t, locale) ??
    memberSentence(read.group, state, t);
  return {
    state,
    ...(message === undefined ? {} : { message }),
    plan,
    partitions: partitionStatuses(progress, read.several, read.cleared, t),
    ...(plan.filter && {
      seen: read.seen + (progress?.seen ?? 0),
      ...(progress && {
        scan: scanStatus(progress, scanStarts, {
          matches: handedOn + progress.records,
          running: reading,
          canGoOn,
        }),
      }),
    }),
    recordsPerSecond: reading ? (progress?.recordsPerSecond ?? 0) : 0,
    bytesPerSecond: reading ? (progress?.bytesPerSecond ?? 0) : 0,
  };
}
