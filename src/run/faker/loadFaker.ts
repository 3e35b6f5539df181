import type { RandomDataFactory } from './randomData.ts';

/** Loads the library of random data: 430 KB that most runs do without. The module loader keeps it. */
export async function loadFaker(): Promise<RandomDataFactory> {
  const { createRandomData } = await import('./fakerLibrary.ts');
  return createRandomData;
}
