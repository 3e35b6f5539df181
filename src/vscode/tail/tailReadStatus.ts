import type { ReadProgress } from '../../kafka/read/readProgress.ts';
import type { Translate } from '../../messages/translate.ts';
import type { TailState, TailStatus } from '../../protocol/tailStatus.ts';
import type { TailPlan } from '../../protocol/tailPlan.ts';
import { groupStartSentence } from './groupStartSentence.ts';
import type { GroupStarts } from './groupStarts.ts';
import { partitionStatuses } from './partitionStatuses.ts';
import {
  filterSentence,
  futureSentence,
  goneSentence,
  memberSentence,
  missingSentence,
} from './readSentences.ts';
import type { ReadSoFar } from './readerChain.ts';
import { scanStatus, type ScanStarts } from './scanStatus.ts';

/** What a read tells of itself. */
export type TailReadStatus = Pick<
  TailStatus,
  | 'state'
  | 'message'
  | 'plan'
  | 'group'
  | 'partitions'
  | 'seen'
  | 'scan'
  | 'recordsPerSecond'
  | 'bytesPerSecond'
>;

/** A record by its place; the offset is a decimal string. */
export interface AwaitedRecord {
  /** The view's topic, where it has only one. */
  readonly topic?: string;
  readonly partition: number;
  readonly offset: string;
}

/** Where a read stands. */
export interface TailReadState {
  readonly state: TailState;
  /** Why it failed or ended. */
  readonly message: string | undefined;
  readonly plan: TailPlan;
  /** The record that is to be shown and has not come yet. */
  readonly awaited: AwaitedRecord | undefined;
  /** The group that it is a member of. */
  readonly group: string | undefined;
  /** What the group that it begins at had committed then; undefined where it begins elsewhere. */
  readonly committed: GroupStarts | undefined;
  /** The view is of several topics. */
  readonly several: boolean;
  /** Of the reader of now; undefined before there is one. */
  readonly progress: ReadProgress | undefined;
  /** With what readers before it have done. */
  readonly soFar: ReadSoFar;
  readonly canGoOn: boolean;
  /** Where the partitions stood when the view was cleared. */
  readonly cleared: ScanStarts;
}

/** Tells the page where a read stands. @param locale in which numbers are written */
export function tailReadStatus(read: TailReadState, t: Translate, locale: string): TailReadStatus {
  const { state, plan, progress, soFar, canGoOn } = read;
  const reading = state === 'reading';
  const message =
    read.message ??
    filterSentence(progress, t, locale) ??
    goneSentence(progress, t, locale) ??
    missing(read, t, locale) ??
    groupStart(read, t) ??
    futureSentence(plan.from, progress?.partitions ?? [], Date.now(), t) ??
    memberSentence(read.group, state, t);
  return {
    state,
    ...(message === undefined ? {} : { message }),
    plan,
    ...(read.group !== undefined && { group: read.group }),
    partitions: partitionStatuses(
      progress,
      read.several,
      new Map([...soFar.starts, ...read.cleared]),
      t,
    ),
    ...(plan.filter && {
      seen: soFar.seen,
      ...(progress && {
        scan: scanStatus(progress, soFar.starts, {
          matches: soFar.records,
          running: reading,
          canGoOn,
        }),
      }),
    }),
    recordsPerSecond: reading ? (progress?.recordsPerSecond ?? 0) : 0,
    bytesPerSecond: reading ? (progress?.bytesPerSecond ?? 0) : 0,
  };
}

/** In which partitions a read from a group's offsets begins elsewhere: told once it knows where all of them begin. */
function groupStart(
  { plan: { from }, committed, progress }: TailReadState,
  t: Translate,
): string | undefined {
  const partitions = progress?.partitions ?? [];
  const known = partitions.every(({ position }) => position !== undefined);
  if (from.kind !== 'group' || committed === undefined || !known) return undefined;
  return groupStartSentence(from.group, committed, partitions, t);
}

/** A filter may have kept the record away, and a read that begins elsewhere need not have it at all. */
function missing(
  { plan: { from, filter }, awaited, progress }: TailReadState,
  t: Translate,
  locale: string,
): string | undefined {
  const begins = from.kind === 'offset' && awaited?.partition === from.partition;
  if (!begins || awaited.offset !== from.offset || filter?.text) return undefined;
  return missingSentence(from, progress?.partitions ?? [], t, locale);
}
