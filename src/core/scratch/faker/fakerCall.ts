import { parsed, refused, type Parsed } from '../parsed.ts';
import { problem, type Problem } from '../problem.ts';
import { suggestName } from '../suggestion.ts';
import { fakerMethods } from './fakerMethods.ts';
import { literalArguments } from './literalArguments.ts';

/** A call of random data, checked: `airline.airline.name` reads `name` of what the method gives. */
export interface FakerCall {
  readonly module: string;
  readonly method: string;
  readonly fields: readonly string[];
  readonly args: readonly unknown[];
}

/**
 * Reads `module.method` with what stands between its parentheses, if any. Only methods of the list count,
 * and arguments are capped: nothing that a file says makes a text of megabytes. Text that is no literal is
 * one argument as it stands, as in `phone.number(###-##)`.
 */
export function fakerCall(path: string, text: string | undefined): Parsed<FakerCall> {
  const [module = '', method = '', ...fields] = path.split('.');
  const methods = fakerMethods.get(module);
  if (methods?.has(method) !== true) {
    const suggestion = methods
      ? suggestName(method, methods)
      : suggestName(module, fakerMethods.keys());
    if (suggestion === undefined) return refused('fakerUnknown', path);
    const better = methods ? `${module}.${suggestion}` : [suggestion, method].join('.');
    return refused('fakerSuggested', path, better);
  }
  const args = argumentsOf(path, text);
  const found = tooLarge(`${module}.${method}`, args);
  return found === undefined
    ? parsed({ module, method, fields, args })
    : { ok: false, problem: found };
}

function argumentsOf(path: string, text = ''): readonly unknown[] {
  if (text === '') return [];
  const args = literalArguments(text) ?? [text];
  // `[abc]` is a pattern, too.
  return path === pattern && typeof args[0] !== 'string' ? [text] : args;
}

/** Takes a regular expression. */
const pattern = 'helpers.fromRegExp';
/** The most that an argument may ask for: letters, entries, paragraphs. */
const most = 10_000;
const mostOfTexts = 1000;
/** Their numbers are values, not sizes, apart from `count`. */
const valueModules: ReadonlySet<string> = new Set(['number', 'location', 'date', 'vehicle']);
const priceModules: ReadonlySet<string> = new Set(['commerce', 'finance', 'airline']);

function tooLarge(path: string, args: readonly unknown[]): Problem | undefined {
  const [module = ''] = path.split('.');
  const limit = module === 'lorem' || module === 'word' ? mostOfTexts : most;
  const isFree = (name: string): boolean =>
    name === 'weight' ||
    (valueModules.has(module) && name !== 'count') ||
    (priceModules.has(module) && (name === 'min' || name === 'max'));
  const find = (value: unknown, name: string): number | undefined => {
    if (typeof value === 'number') {
      return !isFree(name) && !(Math.abs(value) <= limit) ? value : undefined;
    }
    if (typeof value !== 'object' || value === null) return undefined;
    for (const [inner, entry] of Object.entries(value)) {
      const found = find(entry, Array.isArray(value) ? name : inner);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  const found = find(args, '') ?? (path === pattern ? repetitions(args) : undefined);
  return found === undefined ? undefined : problem('fakerArgumentTooLarge', path, found, limit);
}

/** How much a pattern's `{…}` multiply at most, where that is too much. */
function repetitions(args: readonly unknown[]): number | undefined {
  const counts = [...String(args[0]).matchAll(/\{\s*(\d+)?\s*,?\s*(\d+)?\s*\}/g)].map(
    ([, low = '1', high = low]) => Math.max(1, Number(low), Number(high)),
  );
  const product = counts.reduce((all, one) => all * one, 1);
  return product > most ? product : undefined;
}
