import type { Translate } from './translate.ts';

/** The facts of a block's result that its texts are made from (`BlockResult` of `src/run`, in short). */
export interface ResultFacts {
  readonly kind: string;
  readonly ok: boolean;
  readonly ms: number;
  readonly records?: readonly {
    readonly topic: string;
    readonly partition: number;
    readonly offset?: string;
  }[];
  readonly ranges?: readonly { readonly partition: number; readonly firstOffset?: string }[];
  readonly count?: number;
  readonly refused?: number;
  readonly unknown?: number;
  readonly truncated?: true;
  readonly whereFailed?: { readonly count: number };
  readonly rows?: readonly unknown[];
  readonly plan?: string;
  readonly change?: 'created' | 'alreadySo' | 'changed' | 'reset' | 'deleted';
  readonly transaction?: 'committed' | 'aborted' | 'unknown';
  readonly cancelled?: true;
  readonly error?: { readonly message: string; readonly short?: string; readonly line?: number };
}

/**
 * One line for the end of a block's keyword line, such as `✓ users[2]@1043 · 12 ms`. A failure is told in
 * few words, or with `whole` in all its sentences.
 */
export function resultText(
  result: ResultFacts,
  t: Translate,
  locale = 'en',
  length: 'short' | 'whole' = 'short',
): string {
  const number = (value: number): string => value.toLocaleString(locale);
  if (result.cancelled === true) {
    return `■ ${t('cancelled: {0}', failureCounts(result, t, number))}`;
  }
  if (result.error !== undefined) {
    const { message: whole, short, line } = result.error;
    const told = length === 'whole' ? whole : (short ?? whole);
    const message = line === undefined ? told : t('line {0}: {1}', number(line), told);
    const counts = failureCounts(result, t, number);
    return counts === '' ? `✗ ${message}` : `✗ ${t('{0}: {1}', counts, message)}`;
  }
  return `✓ ${[...facts(result, t, number), time(result, number)].join(' · ')}`;
}

/** What became of the records of a run that failed on its way; nothing where none was written or sent. */
function failureCounts(
  result: ResultFacts,
  t: Translate,
  number: (value: number) => string,
): string {
  const count = written(result);
  const { refused = 0, unknown = 0 } = result;
  if (count === 0 && unknown === 0) {
    return '';
  }
  return [
    ...transactionFact(result, t),
    t('{0} written', number(count)),
    ...(refused === 0 ? [] : [t('{0} refused', number(refused))]),
    ...(unknown === 0 ? [] : [t('{0} unknown', number(unknown))]),
  ].join(', ');
}

/** What is in a transaction that was aborted counts as not there for those who read at read_committed. */
function transactionFact({ transaction }: ResultFacts, t: Translate): string[] {
  if (transaction === undefined) return [];
  switch (transaction) {
    case 'committed':
      return [t('transaction committed')];
    case 'aborted':
      return [t('transaction aborted')];
    case 'unknown':
      return [t('transaction perhaps committed')];
  }
}

function written({ kind, records = [], count }: ResultFacts): number {
  return kind === 'PRODUCER' ? (count ?? records.length) : 0;
}

function time({ ms }: ResultFacts, number: (value: number) => string): string {
  return `${number(ms)} ms`;
}

function facts(result: ResultFacts, t: Translate, number: (value: number) => string): string[] {
  switch (result.plan === undefined ? result.kind : undefined) {
    case 'PRODUCER':
      return [...producedFacts(result, t, number), ...transactionFact(result, t)];
    case 'CONSUMER':
      return [readFact(result, t, number), ...failedFact(result, t, number)];
    default:
      break;
  }
  if (result.change !== undefined) {
    return [changeFact(result.change, t)];
  }
  const count = result.rows?.length;
  const rows = count === undefined ? [] : [count === 1 ? t('1 row') : t('{0} rows', number(count))];
  return result.plan === undefined ? rows : [t('nothing was done'), ...rows];
}

function changeFact(change: NonNullable<ResultFacts['change']>, t: Translate): string {
  switch (change) {
    case 'created':
      return t('created');
    case 'alreadySo':
      return t('already so');
    case 'changed':
      return t('changed');
    case 'reset':
      return t('offsets moved');
    case 'deleted':
      return t('deleted');
  }
}

function producedFacts(
  result: ResultFacts,
  t: Translate,
  number: (value: number) => string,
): string[] {
  const { records = [], ms } = result;
  const ranges =
    result.ranges ?? records.map(({ partition, offset }) => ({ partition, firstOffset: offset }));
  const count = written(result);
  const [only] = records;
  if (only !== undefined && count === 1) {
    const { topic, partition, offset } = only;
    return [
      offset === undefined
        ? t('sent to {0}', `${topic}[${partition}]`)
        : `${topic}[${partition}]@${offset}`,
    ];
  }
  const partitions = new Set(ranges.map(({ partition }) => partition)).size;
  const isTold = ranges.every(({ firstOffset }) => firstOffset !== undefined);
  const facts = [
    isTold ? t('{0} records', number(count)) : t('{0} records sent', number(count)),
    partitions === 1 ? t('1 partition') : t('{0} partitions', number(partitions)),
  ];
  // A rate over a few milliseconds says nothing.
  return ms < 50 ? facts : [...facts, t('{0}/s', number(Math.round((count * 1000) / ms)))];
}

function failedFact(
  { whereFailed }: ResultFacts,
  t: Translate,
  number: (value: number) => string,
): string[] {
  return whereFailed === undefined ? [] : [t('“where” failed on {0}', number(whereFailed.count))];
}

function readFact(
  { records = [], truncated }: ResultFacts,
  t: Translate,
  number: (value: number) => string,
): string {
  const count = records.length;
  if (truncated === true) {
    return t('more than {0} records', number(count));
  }
  return count === 1 ? t('1 record') : t('{0} records', number(count));
}
