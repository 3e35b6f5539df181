import type { Translate } from './translate.ts';

/** How far a PRODUCER is, for the end of its keyword line. */
export function progressText(
  { written, ms }: { readonly written: number; readonly ms: number },
  t: Translate,
  locale = 'en',
): string {
  const number = (value: number): string => value.toLocaleString(locale);
  const perSecond = ms < 50 ? 0 : Math.round((written * 1000) / ms);
  return t('running… {0} records · {1}/s', number(written), number(perSecond));
}

/** How a scheduled PRODUCER stands: its interval, how often it has sent, and what came of it last. */
export function scheduleText(every: string, rounds: number, last: string, t: Translate): string {
  return rounds === 1
    ? t('every {0} · sent once · {1}', every, last)
    : t('every {0} · sent {1} times · {2}', every, rounds, last);
}
