import { notebookStrings } from '../../messages/notebookStrings.ts';
import { resultText } from '../../messages/resultText.ts';
import type { Translate } from '../../messages/translate.ts';
import type { NotebookOutput } from '../../protocol/notebookOutput.ts';
import type { BlockResult } from '../blockResult.ts';
import { unlistedSentence } from '../lostRow.ts';
import { resultLink } from './resultLink.ts';
import { lostTable, resultTable } from './resultTable.ts';

/** Rows that a cell shows at most: an output is to be read, a tail view to be searched. */
const rowsInCell = 200;

/** Where a result belongs, and how far it is. */
export interface OutputPlace {
  readonly cluster: string;
  /** The result as it is so far, told instead of its summary: the block still runs. */
  readonly running?: string;
  /** Of the records the newest are shown: of a read that goes on until it is stopped. */
  readonly newest?: boolean;
  /** So many rows are shown at most. */
  readonly mostRows?: number;
}

/** What a notebook's cell shows of a result. */
export function resultOutput(
  result: BlockResult,
  { cluster, running, newest = false, mostRows = rowsInCell }: OutputPlace,
  t: Translate,
  locale: string,
): NotebookOutput {
  const summary = running ?? resultText(result, t, locale);
  const texts = [result.error?.message ?? result.plan, unlistedSentence(result, t)];
  const message = texts.filter((text) => text !== undefined).join(' ');
  const lost = lostTable(result, t);
  const found = resultTable(result, newest, mostRows);
  const more = moreText(result, found?.count ?? 0, newest, mostRows, t, locale);
  const target = resultLink(result, cluster);
  return {
    state: running === undefined ? stateOf(result) : 'running',
    summary,
    ...(message === '' ? {} : { message }),
    ...(lost === undefined ? {} : { lost }),
    ...(found === undefined ? {} : { table: found.table }),
    ...(more === undefined ? {} : { more }),
    ...(target === undefined ? {} : { link: { ...target, text: t('Open in Tail View') } }),
    strings: notebookStrings(t),
    locale,
  };
}

function stateOf({ ok, cancelled }: BlockResult): NotebookOutput['state'] {
  if (cancelled === true) return 'stopped';
  return ok ? 'ok' : 'failed';
}

/** An output that is one line, such as progress. */
export function lineOutput(
  state: NotebookOutput['state'],
  summary: string,
  t: Translate,
  locale: string,
): NotebookOutput {
  return { state, summary, strings: notebookStrings(t), locale };
}

function moreText(
  { truncated, kind }: BlockResult,
  count: number,
  newest: boolean,
  mostRows: number,
  t: Translate,
  locale: string,
): string | undefined {
  if (count <= mostRows && truncated !== true) return undefined;
  const shown = Math.min(count, mostRows).toLocaleString(locale);
  const all = count.toLocaleString(locale);
  if (newest) return t('The newest {0} records are shown.', shown);
  if (truncated === true) return t('The first {0} of more than {1} records are shown.', shown, all);
  return kind === 'CONSUMER'
    ? t('The first {0} of {1} records are shown.', shown, all)
    : t('The first {0} of {1} rows are shown.', shown, all);
}
