import type { Faker } from '@faker-js/faker';
import { faker as english } from '@faker-js/faker/locale/en';
import type { FakerCall } from '../../core/scratch/faker/fakerCall.ts';
import { seededRandom } from '../seededRandom.ts';
import type { RandomData } from './randomData.ts';

/** The locale's own module has the class too; the main one would bring every locale. */
const FakerClass = english.constructor as typeof Faker;

/**
 * Random data from faker: import it only through `loadFaker`, or half a megabyte is loaded with the
 * extension. Its numbers are ours, because faker's take 40 µs to be seeded, and that is done for
 * every text.
 *
 * @param definitions a language's words
 */
export function createRandomData(definitions = english.rawDefinitions): RandomData {
  let next = seededRandom(0);
  const faker = new FakerClass({
    locale: definitions,
    randomizer: { next: () => next(), seed: () => undefined },
  });
  const modules = faker as unknown as Readonly<Record<string, Record<string, unknown>>>;
  return {
    start: (seed) => {
      next = seededRandom(seed);
    },
    text: ({ module, method, fields, args }: FakerCall) => {
      const make = modules[module]?.[method] as (...args: readonly unknown[]) => unknown;
      return textOf(fields.reduce(fieldOf, make(...args)));
    },
  };
}

function fieldOf(value: unknown, name: string): unknown {
  if (typeof value === 'object' && value !== null && Object.hasOwn(value, name)) {
    return (value as Record<string, unknown>)[name];
  }
  throw new Error(`it has no “${name}”`);
}

/** As the library's own templates do: dates and lists by their `toString`, other objects as JSON. */
function textOf(value: unknown): string {
  return typeof value === 'object' && value?.constructor === Object
    ? JSON.stringify(value)
    : String(value);
}
