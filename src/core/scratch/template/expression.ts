import { fakerCall, type FakerCall } from '../faker/fakerCall.ts';
import type { Parsed } from '../parsed.ts';

/** The names behind `$` that need nothing else. */
export const builtinNames = [
  'timestamp',
  'date.now',
  'date.iso',
  'date.unix',
  'uuid',
  'index',
] as const;
/** The name of a built-in expression, without its `$`. */
export type BuiltinName = (typeof builtinNames)[number];

/** What stands between `{{` and `}}`. */
export type Expression =
  | { readonly kind: 'builtin'; readonly name: BuiltinName }
  | { readonly kind: 'environment'; readonly name: string }
  | { readonly kind: 'variable'; readonly name: string }
  | { readonly kind: 'faker'; readonly call: Parsed<FakerCall> }
  | { readonly kind: 'unknown'; readonly name: string };

const builtins: ReadonlyMap<string, Expression> = new Map(
  builtinNames.map((name) => [name, { kind: 'builtin', name }]),
);

/** Sorts a name (and the text between its parentheses, if any) into what it stands for. */
export function expressionOf(name: string, args: string | undefined): Expression {
  if (name.startsWith('$')) {
    return builtinOf(name.slice(1), args) ?? { kind: 'unknown', name };
  }
  if (name.includes('.')) {
    return { kind: 'faker', call: fakerCall(name, args) };
  }
  return args === undefined ? { kind: 'variable', name } : { kind: 'unknown', name };
}

function builtinOf(name: string, args: string | undefined): Expression | undefined {
  if (args !== undefined) {
    return undefined;
  }
  if (name.startsWith('env.')) {
    return { kind: 'environment', name: name.slice('env.'.length) };
  }
  return builtins.get(name);
}
