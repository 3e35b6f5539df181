import type { FakerLocale } from '../../core/scratch/faker/fakerLocales.ts';
import type { RandomDataFactory } from './randomData.ts';

/** Loads the library of random data: 430 KB that most runs do without, and a language's words. The module loader keeps it. */
export async function loadFaker(locale: FakerLocale): Promise<RandomDataFactory> {
  const { createRandomData } = await import('./fakerLibrary.ts');
  const { fakerDefinitions } = await import('./fakerDefinitions.ts');
  const definitions = await fakerDefinitions(locale);
  return () => createRandomData(definitions);
}
