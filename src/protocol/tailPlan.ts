/**
 * What a tail view reads of its topic: a sentence "from … to … partitions …". It stays relative where it was
 * said so ("15 minutes ago"), and is taken at its word again whenever reading starts.
 */
export interface TailPlan {
  readonly from: TailStart;
  /** Never, where it is left out. */
  readonly to?: TailStop;
  /** All, where they are left out. */
  readonly partitions?: readonly number[];
  /** `uncommitted`, where it is left out: records of open and aborted transactions are shown, too. */
  readonly isolation?: 'committed' | 'uncommitted';
  /** Only records for which this holds are read into the view. */
  readonly filter?: TailFilter;
}

/** `offset`: one partition at one record (decimal string), as links and "open what was written" use it. */
export type TailStart =
  | { readonly kind: 'now' }
  | { readonly kind: 'beginning' }
  | { readonly kind: 'offset'; readonly partition: number; readonly offset: string }
  /** The newest records across all partitions. */
  | { readonly kind: 'last'; readonly count: number }
  /** The first records at or after that time (ms since the epoch). */
  | { readonly kind: 'time'; readonly timestampMs: number }
  /** So many milliseconds before reading starts. */
  | { readonly kind: 'ago'; readonly ms: number }
  /** What a group has committed when reading starts; the beginning of partitions in which that is nothing. */
  | { readonly kind: 'group'; readonly group: string };

/** `end`: as it is when reading starts. */
export type TailStop =
  | { readonly kind: 'never' }
  | { readonly kind: 'end' }
  | { readonly kind: 'count'; readonly count: number }
  /** Records before that time (ms since the epoch), up to the end as it is when reading starts. */
  | { readonly kind: 'time'; readonly timestampMs: number }
  /** One partition, up to the record before that offset (decimal string). */
  | { readonly kind: 'offset'; readonly partition: number; readonly offset: string };

/** One condition as the user typed it; `header` may name one header, else all count. Case counts. */
export interface TailFilter {
  readonly kind: 'text' | 'regex' | 'key' | 'header' | 'expression';
  readonly text: string;
  /**
   * Records for which the condition does not hold: what is null or not there holds no text, so it is kept; a record
   * on which an expression fails is not.
   */
  readonly not?: true;
}

/** A filter that compares bytes: cheap enough to look for among the loaded records at once. */
export interface PlainFilter extends TailFilter {
  readonly kind: 'text' | 'key' | 'header';
}
