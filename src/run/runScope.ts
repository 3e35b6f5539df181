import { randomUUID } from 'node:crypto';
import type { FakerCall } from '../core/scratch/faker/fakerCall.ts';
import { problem } from '../core/scratch/problem.ts';
import { ProblemError } from '../core/scratch/problemError.ts';
import { FileVariables } from '../core/scratch/template/fileVariables.ts';
import { seed } from '../core/scratch/values/seed.ts';
import type { TemplateScope } from '../core/scratch/template/renderTemplate.ts';
import type { RandomData } from './faker/randomData.ts';
import type { RunContext } from './runContext.ts';
import { seededRandom, uuidFrom } from './seededRandom.ts';

/** What scopes are made from. */
export type ScopeSource = Pick<
  RunContext,
  'document' | 'overrides' | 'environment' | 'now' | 'randomData' | 'consumeFrom'
>;

/** Makes the scopes of one run of a block: variables are filled in once, and `@seed` repeats the run. */
export class RunScope {
  readonly #variables: FileVariables;
  readonly #context: ScopeSource;
  readonly #uuid: () => string;
  readonly #seeds: () => number;
  readonly #random: RandomData | undefined;

  constructor(context: ScopeSource) {
    const texts = new Map(context.document.known.map(({ name, text }) => [name, text]));
    const start = seedOf(context.overrides.get('seed') ?? texts.get('seed'));
    const random = start === undefined ? undefined : seededRandom(start);
    this.#context = context;
    this.#uuid = random === undefined ? randomUUID : () => uuidFrom(random);
    const seeds = start === undefined ? Math.random : seededRandom(start + 1);
    this.#seeds = () => Math.floor(seeds() * 2 ** 32);
    this.#random = context.randomData?.();
    const forVariables = context.randomData?.();
    forVariables?.start(this.#seeds());
    this.#variables = new FileVariables(texts, context.overrides, (call, source) =>
      randomText(forVariables, call, source),
    );
  }

  /**
   * The scope of the run's record number `index`, at this moment. All its texts begin with the same random
   * numbers (as in the existing format), so that the first name in the key is the one in the body.
   */
  at(index: number): RecordScope {
    const random = this.#random;
    const seed = random === undefined ? 0 : this.#seeds();
    random?.start(seed);
    const scope: RecordScope = {
      nowMs: this.#context.now(),
      index,
      uuid: this.#uuid,
      random: (call, source) => randomText(random, call, source),
      beginText: () => random?.start(seed),
      environment: (name) => this.#context.environment[name],
      variable: (name) => this.#variables.value(name, scope),
    };
    return scope;
  }
}

/** The scope of one record. */
export interface RecordScope extends TemplateScope {
  /** Begins the record's random numbers anew; called before each of its texts. */
  beginText(): void;
}

function seedOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const found = seed(text);
  if (!found.ok) throw new ProblemError(found.problem);
  return found.value;
}

function randomText(data: RandomData | undefined, call: FakerCall, source: string): string {
  try {
    if (data === undefined) throw new Error('random data is not loaded');
    return data.text(call);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new ProblemError(problem('fakerRefused', source, why));
  }
}
