/** The part of a record that a term looks at; `any` is the key, the value or a header's value. */
export type RecordPart = 'key' | 'value' | 'header' | 'any';

/**
 * One condition on a record. Text is compared as UTF-8, case counts.
 *
 * - `contains`, `regex` (a JavaScript pattern): somewhere in that part; `header` names one header, else all
 * - `keyEquals`, `headerEquals`: the whole key, or the whole value of some header of that name
 * - `cel`: a CEL expression over `key`, `value`, `headers`, `topic`, `partition`, `offset`, `timestamp`
 *
 * With `not` it must not hold. Null parts, and headers that are not there, hold no text; an expression that fails
 * decides nothing, so that such a record is not wanted either way.
 */
export type FilterTerm = Condition & { readonly not?: boolean };

type Condition =
  | {
      readonly kind: 'contains';
      readonly part: RecordPart;
      readonly text: string;
      readonly header?: string;
    }
  | {
      readonly kind: 'regex';
      readonly part: RecordPart;
      readonly pattern: string;
      /** Of a JavaScript regular expression: `i`, `m`, `s`, `u`. */
      readonly flags?: string;
      readonly header?: string;
    }
  | { readonly kind: 'keyEquals'; readonly text: string }
  | { readonly kind: 'headerEquals'; readonly header: string; readonly text: string }
  | { readonly kind: 'cel'; readonly expression: string };

/** What a read keeps: records for which every term holds. Plain data, so that it can go to a worker. */
export type RecordFilter = readonly FilterTerm[];

/** Terms whose cost nothing bounds: they run in a worker that can be ended. */
export type SlowTerm = Extract<FilterTerm, { kind: 'regex' | 'cel' }>;

/** True for a term that only a worker may evaluate. */
export function isSlow(term: FilterTerm): term is SlowTerm {
  return term.kind === 'regex' || term.kind === 'cel';
}
