import type { Faker } from '@faker-js/faker';
import type { FakerLocale } from '../../core/scratch/faker/fakerLocales.ts';

type Definitions = Faker['rawDefinitions'];

/** A language's own words over the English ones. English itself is in every one of these files' common part. */
export async function fakerDefinitions(locale: FakerLocale): Promise<Definitions> {
  const { faker } = await load(locale);
  return faker.rawDefinitions;
}

/** Spelled out, so that each becomes a file of its own. */
function load(locale: FakerLocale): Promise<{ readonly faker: Faker }> {
  switch (locale) {
    case 'en':
      return import('@faker-js/faker/locale/en');
    case 'de':
      return import('@faker-js/faker/locale/de');
    case 'es':
      return import('@faker-js/faker/locale/es');
    case 'fr':
      return import('@faker-js/faker/locale/fr');
    case 'it':
      return import('@faker-js/faker/locale/it');
    case 'ja':
      return import('@faker-js/faker/locale/ja');
    case 'ko':
      return import('@faker-js/faker/locale/ko');
    case 'nl':
      return import('@faker-js/faker/locale/nl');
    case 'pl':
      return import('@faker-js/faker/locale/pl');
    case 'pt_BR':
      return import('@faker-js/faker/locale/pt_BR');
    case 'sv':
      return import('@faker-js/faker/locale/sv');
    case 'tr':
      return import('@faker-js/faker/locale/tr');
    case 'uk':
      return import('@faker-js/faker/locale/uk');
    case 'zh_CN':
      return import('@faker-js/faker/locale/zh_CN');
  }
}
