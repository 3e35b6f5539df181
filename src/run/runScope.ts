import { randomUUID } from 'node:crypto';
import { FileVariables } from '../core/scratch/template/fileVariables.ts';
import type { TemplateScope } from '../core/scratch/template/renderTemplate.ts';
import type { RunContext } from './runContext.ts';
import { seededRandom, uuidFrom } from './seededRandom.ts';

/** What scopes are made from. */
export type ScopeSource = Pick<RunContext, 'document' | 'overrides' | 'environment' | 'now'>;

/** Makes the scopes of one run of a block: variables are filled in once, and `@seed` repeats the run. */
export class RunScope {
  readonly #variables: FileVariables;
  readonly #context: ScopeSource;
  readonly #uuid: () => string;

  constructor(context: ScopeSource) {
    const texts = new Map(context.document.variables.map(({ name, text }) => [name, text]));
    const seed = context.overrides.get('seed') ?? texts.get('seed');
    const random = seed === undefined ? undefined : seededRandom(Number(seed));
    this.#context = context;
    this.#variables = new FileVariables(texts, context.overrides);
    this.#uuid = random === undefined ? randomUUID : () => uuidFrom(random);
  }

  /** The scope of the run's record number `index`, at this moment. */
  at(index: number): TemplateScope {
    const scope: TemplateScope = {
      nowMs: this.#context.now(),
      index,
      uuid: this.#uuid,
      environment: (name) => this.#context.environment[name],
      variable: (name) => this.#variables.value(name, scope),
    };
    return scope;
  }
}
