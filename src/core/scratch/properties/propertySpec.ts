import type { ValueParser } from '../parsed.ts';

/** What completion offers behind the colon. */
export type ValueHint =
  | { readonly kind: 'choices'; readonly choices: readonly string[] }
  | { readonly kind: 'topic' }
  /** `like other-group` stands for one of each group there is. */
  | { readonly kind: 'reset'; readonly examples: readonly string[] }
  | { readonly kind: 'file' }
  /** One partition of the block's topic, or a list of them. */
  | { readonly kind: 'partitions'; readonly examples: readonly string[] }
  | { readonly kind: 'format' }
  | { readonly kind: 'free'; readonly examples: readonly string[] };

/** What a topic config's value is, and what Kafka takes where nobody names one; both as a block writes it. */
export interface ConfigFacts {
  readonly type: 'duration' | 'size' | 'integer' | 'fraction' | 'choice' | 'list';
  /** Empty where there is none. A broker can have another. */
  readonly default: string;
}

/**
 * One property of a block kind: everything that diagnostics, completion, hover and running need to know
 * about it. `doc` is one English sentence, translated where it is shown.
 */
export interface PropertySpec<T = unknown> {
  readonly name: string;
  readonly parse: ValueParser<T>;
  readonly hint: ValueHint;
  readonly doc: string;
  /** True where the existing format has it too: in a PRODUCER it then always counts as a property. */
  readonly existing: boolean;
  /** May stand more than once; all count. */
  readonly repeatable: boolean;
  readonly required: boolean;
  /**
   * `{{…}}` in its value: `before` is filled in before the value is read, `within` is filled in the texts
   * that were read (so that a filled-in comma or `null` means nothing), undefined is not filled in.
   */
  readonly templates: 'before' | 'within' | undefined;
  /** Present where it is a config of a topic. */
  readonly config?: ConfigFacts | undefined;
}

type Options = Partial<
  Pick<PropertySpec, 'existing' | 'repeatable' | 'required' | 'templates' | 'config'>
>;

/** Makes a spec; what is not named is off. */
export function property<T>(
  name: string,
  parse: ValueParser<T>,
  hint: ValueHint,
  doc: string,
  options: Options = {},
): PropertySpec<T> {
  return {
    name,
    parse,
    hint,
    doc,
    existing: options.existing ?? false,
    repeatable: options.repeatable ?? false,
    required: options.required ?? false,
    templates: options.templates,
    config: options.config,
  };
}

/** A hint of fixed words. */
export function choices(...words: readonly string[]): ValueHint {
  return { kind: 'choices', choices: words };
}

/** A hint of examples for a value that can be anything of its kind. */
export function examples(...texts: readonly string[]): ValueHint {
  return { kind: 'free', examples: texts };
}
