import { KafkaError } from '../kafkaError.ts';
import type { RecordCursor } from '../record/recordCursor.ts';
import { type BatchPlace, type CelTerm, celTerm } from './celTerm.ts';
import { somePart } from './plainTest.ts';
import type { SlowTerm } from './recordFilter.ts';
import type { RequiredTexts } from './requiredText.ts';

/** Terms that only a worker may evaluate, made ready. */
export interface SlowTest {
  /** Each names texts of which one must occur in a wanted record. */
  readonly required: readonly RequiredTexts[];
  /** Whether all terms hold. Throws Error with what went wrong in an expression. */
  readonly test: (cursor: RecordCursor, place: BatchPlace) => boolean;
}

/** Makes terms ready. Throws KafkaError `filterInvalid` for one that cannot be. */
export function slowTerms(terms: readonly SlowTerm[]): SlowTest {
  const ready = terms.map((term) => {
    const made = term.kind === 'cel' ? celTerm(term.expression) : regexTerm(term);
    return term.not === true ? negated(made) : made;
  });
  const required = ready.flatMap((term) => (term.required === undefined ? [] : [term.required]));
  return { required, test: (cursor, place) => ready.every(({ test }) => test(cursor, place)) };
}

/** What must occur where a term holds says nothing of where it does not. */
function negated({ test }: Pick<CelTerm, 'test'>): CelTerm {
  return { required: undefined, test: (cursor, place) => !test(cursor, place) };
}

function regexTerm(term: Extract<SlowTerm, { kind: 'regex' }>) {
  const regex = compile(term.pattern, term.flags);
  const decoder = new TextDecoder();
  const name = term.header === undefined ? undefined : new TextEncoder().encode(term.header);
  const matches = (bytes: Uint8Array) => regex.test(decoder.decode(bytes));
  const test = (cursor: RecordCursor) => somePart(cursor, term.part, name, matches);
  return { required: undefined, test };
}

function compile(pattern: string, flags = ''): RegExp {
  try {
    if (/[^imsu]/.test(flags)) throw new Error(`unknown flags ${flags}`);
    return new RegExp(pattern, flags);
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause);
    throw new KafkaError('filterInvalid', message, { details: { message }, cause });
  }
}
