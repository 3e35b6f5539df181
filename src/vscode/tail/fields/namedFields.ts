import { fieldPathText, unquoted, type FieldPath } from '../../../core/field/fieldPath.ts';

const name = /\b(value|key|headers)((?:\.[A-Za-z_]\w*|\[\d+\]|\["(?:[^"\\]|\\.)*"\])+)(\s*\()?/g;
const step = /\.(\w+)|\[(\d+)\]|\[("(?:[^"\\]|\\.)*")\]/g;

/**
 * The fields that a CEL expression names, each once, with their paths as columns have them; those are left out whose
 * names are written with escapes that only CEL has (`"\x41"`).
 */
export function namedFields(expression: string): ReadonlyMap<string, FieldPath> {
  const found = new Map<string, FieldPath>();
  for (const [, root, tail = '', call] of expression.matchAll(name)) {
    const read = [...tail.matchAll(step)].map(([, word, index, quoted]) =>
      quoted === undefined ? (word ?? index) : unquoted(quoted),
    );
    const steps = read.filter((each) => each !== undefined);
    if (steps.length < read.length) continue;
    // What is called is a function of the field before it.
    if (call !== undefined) steps.pop();
    if (steps.length === 0) continue;
    const path: FieldPath =
      root === 'headers'
        ? { root: 'header', name: steps[0] ?? '' }
        : { root: root === 'key' ? 'key' : 'value', steps };
    found.set(fieldPathText(path), path);
  }
  return found;
}
