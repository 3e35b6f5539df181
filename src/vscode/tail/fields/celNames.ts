import { parseFieldPath } from '../../../core/field/fieldPath.ts';

const variables = ['key', 'value', 'headers', 'topic', 'partition', 'offset', 'timestamp'];
const identifier = /^[A-Za-z_]\w*$/;

/** What an expression may name: the parts of a record, and fields (paths as columns have them) as CEL writes them. */
export function celNames(fields: readonly string[]): readonly string[] {
  const names = fields.flatMap((text) => {
    const path = parseFieldPath(text);
    if (path === undefined) return [];
    const steps = path.root === 'header' ? [path.name] : path.steps;
    return [(path.root === 'header' ? 'headers' : path.root) + steps.map(celStep).join('')];
  });
  return [...variables, ...names];
}

function celStep(step: string): string {
  if (identifier.test(step)) return `.${step}`;
  return /^\d+$/.test(step) ? `[${step}]` : `[${JSON.stringify(step)}]`;
}
