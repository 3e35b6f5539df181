import { choice } from '../values/choice.ts';

/** The languages of random data, by the library's names; each but English is a file that is loaded on demand. */
export const fakerLocales = [
  'en',
  'de',
  'es',
  'fr',
  'it',
  'ja',
  'ko',
  'nl',
  'pl',
  'pt_BR',
  'sv',
  'tr',
  'uk',
  'zh_CN',
] as const;
/** A language of random data. */
export type FakerLocale = (typeof fakerLocales)[number];

/** Reads what `@locale` says. */
export const fakerLocale = choice(...fakerLocales);
