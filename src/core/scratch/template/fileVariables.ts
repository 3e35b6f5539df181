import { problem } from '../problem.ts';
import { ProblemError } from '../problemError.ts';
import { renderTemplate, type TemplateScope } from './renderTemplate.ts';
import { compileTemplate } from './template.ts';

/**
 * The file variables of one run: each is filled in when it is first used and then keeps its value.
 * `overrides` (the command line's `--var`) win and are taken as they stand.
 */
export class FileVariables {
  readonly #texts: ReadonlyMap<string, string>;
  readonly #overrides: ReadonlyMap<string, string>;
  readonly #values = new Map<string, string>();
  readonly #open = new Set<string>();
  readonly #random: TemplateScope['random'];

  /** @param random where variables have theirs from: a record's own would depend on what it filled in before. */
  constructor(
    texts: ReadonlyMap<string, string>,
    overrides: ReadonlyMap<string, string>,
    random: TemplateScope['random'],
  ) {
    this.#random = random;
    this.#texts = texts;
    this.#overrides = overrides;
  }

  /** The value in this run; undefined where there is no such variable. Throws on a cycle. */
  value(name: string, scope: TemplateScope): string | undefined {
    const known = this.#overrides.get(name) ?? this.#values.get(name);
    const text = this.#texts.get(name);
    if (known !== undefined || text === undefined) {
      return known;
    }
    if (this.#open.has(name)) {
      throw new ProblemError(problem('variableCycle', name));
    }
    this.#open.add(name);
    try {
      const value = renderTemplate(compileTemplate(text), {
        ...scope,
        random: (call, source) => this.#random(call, source),
        variable: (other) => this.value(other, scope),
      });
      this.#values.set(name, value);
      return value;
    } finally {
      this.#open.delete(name);
    }
  }
}
