import { optional } from './bodyChecks.ts';
import { tailFilter, tailPlan } from './planChecks.ts';
import type { TailFilter, TailPlan } from './tailPlan.ts';

/**
 * What the tail page keeps with `setState`: its place, for when it is shown again, and what to read, for the
 * host that restores the panel after a window reload.
 */
export interface TailPageState extends TailPlan {
  readonly cluster: string;
  readonly topic: string;
  /** Further topics in the same view. */
  readonly moreTopics?: readonly string[];
  /** Of what follows, rows mean something only while the host is still at this epoch. */
  readonly epoch?: number;
  /** The row that the epoch began at. */
  readonly startRow?: number;
  /** The row at the top edge. */
  readonly top?: number;
  readonly following?: boolean;
  readonly selected?: number;
  /** The row that the host last asked to reveal: done once, not again when the page is shown again. */
  readonly revealed?: number;
  /** The record at the user's place: for a host that has read anew, and numbers its rows otherwise. */
  readonly place?: RecordPlace;
  /** Where reading began, if its plan alone would begin elsewhere now. */
  readonly starts?: ReadStarts;
  /** Of what is loaded only that for which it holds is shown. */
  readonly viewFilter?: TailFilter;
  /** What stands in the filter's field. */
  readonly typed?: TailFilter;
  readonly tab?: string;
  /** Column widths in pixels that the user chose, by column. */
  readonly widths?: Readonly<Record<string, number>>;
  /** The details pane's share of the view in percent, beside and under the grid. */
  readonly detailsBeside?: number;
  readonly detailsUnder?: number;
}

/** Where reading began, by topic and partition; offsets are decimal strings. */
export type ReadStarts = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** A record by its place; the offset is a decimal string. */
export interface RecordPlace {
  readonly topic: string;
  readonly partition: number;
  readonly offset: string;
}

/** The starts of more partitions are not kept. */
export const mostStarts = 1_000;

/** Reads a saved state (foreign input); undefined where it does not say what to read. */
export function tailPageState(value: unknown): TailPageState | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const saved = value as Partial<Record<string, unknown>>;
  const { cluster, topic } = saved;
  if (typeof cluster !== 'string' || typeof topic !== 'string') return undefined;
  try {
    const viewFilter = optional(saved, 'viewFilter', tailFilter);
    const typed = optional(saved, 'typed', tailFilter);
    return {
      cluster,
      topic,
      ...moreTopics(saved.moreTopics),
      ...tailPlan(saved),
      ...numbers(saved),
      ...(typeof saved.following === 'boolean' ? { following: saved.following } : {}),
      ...place(saved.place),
      ...starts(saved.starts),
      ...(viewFilter && { viewFilter }),
      ...(typed && { typed }),
      ...(typeof saved.tab === 'string' ? { tab: saved.tab } : {}),
      widths: widths(saved.widths),
    };
  } catch {
    return undefined;
  }
}

const mostTopics = 100;

function moreTopics(value: unknown): Pick<TailPageState, 'moreTopics'> {
  const isList = Array.isArray(value) && value.length > 0 && value.length <= mostTopics;
  const names = isList ? value.filter((name) => typeof name === 'string') : [];
  return names.length === 0 ? {} : { moreTopics: names };
}

const numberFields = [
  'epoch',
  'startRow',
  'top',
  'selected',
  'revealed',
  'detailsBeside',
  'detailsUnder',
] as const;

function numbers(saved: Partial<Record<string, unknown>>): Partial<TailPageState> {
  const found = numberFields.filter((name) => isCount(saved[name]));
  return Object.fromEntries(found.map((name) => [name, saved[name]]));
}

function widths(value: unknown): Record<string, number> {
  const entries = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  return Object.fromEntries(
    entries.filter((entry): entry is [string, number] => isCount(entry[1])),
  );
}

function place(value: unknown): Pick<TailPageState, 'place'> {
  if (typeof value !== 'object' || value === null) return {};
  const { topic, partition, offset } = value as Partial<Record<string, unknown>>;
  if (typeof topic !== 'string' || !isCount(partition) || !isOffset(offset)) return {};
  return { place: { topic, partition, offset } };
}

function starts(value: unknown): Pick<TailPageState, 'starts'> {
  if (typeof value !== 'object' || value === null) return {};
  const topics = Object.entries(value).map(([topic, begun]) => [topic, offsets(begun)] as const);
  const known = topics.filter(([, begun]) => begun.length > 0);
  const count = known.reduce((sum, [, begun]) => sum + begun.length, 0);
  if (count === 0 || count > mostStarts) return {};
  return {
    starts: Object.fromEntries(known.map(([topic, begun]) => [topic, Object.fromEntries(begun)])),
  };
}

function offsets(value: unknown): (readonly [string, string])[] {
  return Object.entries(typeof value === 'object' && value !== null ? value : {}).filter(
    (entry): entry is [string, string] => /^\d{1,10}$/.test(entry[0]) && isOffset(entry[1]),
  );
}

function isOffset(value: unknown): value is string {
  return typeof value === 'string' && /^\d{1,19}$/.test(value);
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0;
}
