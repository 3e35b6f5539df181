import type { ConfigFacts } from '../properties/propertySpec.ts';
import type { TextRange } from '../textRange.ts';

/** What a completion is, for its icon. */
export type CompletionKind =
  'keyword' | 'property' | 'value' | 'topic' | 'group' | 'function' | 'variable' | 'cluster';

/** One thing that completion offers. `doc` is an English sentence, translated where it is shown. */
export interface Completion {
  readonly label: string;
  readonly kind: CompletionKind;
  /** The text that takes the place of `range`. */
  readonly insert: string;
  readonly range: TextRange;
  readonly doc?: string;
  /** Of a topic's config. */
  readonly config?: ConfigFacts | undefined;
  /** After inserting, what can follow is offered at once. */
  readonly more?: true;
}
